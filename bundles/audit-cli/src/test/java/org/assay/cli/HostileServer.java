package org.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Answers every call as the OpenAPI document says, with escape sequences in every text that may be any text. */
final class HostileServer implements AutoCloseable {
    /** Sets a title, clears the screen, colours, turns the direction of text, goes back and overwrites, begins a line. */
    static final String TEXT = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202egone\rforged\nPASS";

    private static final Path DOCUMENT = Path.of(
            System.getProperty("assay.bundles", ".."), "audit-rest/src/main/resources/org/assay/rest/openapi.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP = 12;

    private final JsonNode document;
    private final HttpServer server;
    private final boolean failing;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** @param failing whether every answer is a problem */
    HostileServer(boolean failing) throws IOException {
        this.failing = failing;
        Load yaml = new Load(LoadSettings.builder().build());
        this.document = JSON.valueToTree(yaml.loadFromString(Files.readString(DOCUMENT)));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was called since the last time this was asked. */
    List<String> calls() {
        List<String> made = new ArrayList<>(calls);
        calls.clear();
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath().replaceFirst("^/api/v1", "");
            calls.add(exchange.getRequestMethod() + " " + path);
            String accept = exchange.getRequestHeaders().getFirst("Accept");
            if (failing) {
                send(exchange, 422, "application/problem+json", problem().toString());
            } else {
                succeed(exchange, path, accept == null ? "" : accept);
            }
        } finally {
            exchange.close();
        }
    }

    private void succeed(HttpExchange exchange, String path, String accept) throws IOException {
        JsonNode operation = operation(exchange.getRequestMethod(), path);
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2") && !response.getKey().equals("202")) {
                JsonNode content = resolved(response.getValue()).path("content");
                JsonNode schema = content.path("application/json").path("schema");
                boolean json = accept.isEmpty() || accept.contains("json") && !accept.contains("ndjson");
                String body = json ? sample(schema, 0).toString() : TEXT + "\n";
                send(exchange, Integer.parseInt(response.getKey()), "application/json", body);
                return;
            }
        }
        throw new IllegalStateException("no good answer to " + path);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = status == 204 ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> one : document.path("paths").properties()) {
            String pattern = one.getKey().replaceAll("\\{[^}]+}", "[^/]+");
            JsonNode operation = one.getValue().path(method.toLowerCase(Locale.ROOT));
            if (Pattern.matches(pattern, path) && !operation.isMissingNode()) {
                return operation;
            }
        }
        throw new IllegalStateException("the document has no " + method + " " + path);
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(document.at(reference.asText().substring(1)));
    }

    private JsonNode sample(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return sample(schema.path(choice).get(0), depth);
            }
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return enumerated(schema.path("enum"));
        }
        JsonNode type = schema.path("type");
        return ofType((type.isArray() ? type.get(0) : type).asText("object"), schema, depth);
    }

    private JsonNode ofType(String type, JsonNode schema, int depth) {
        return switch (type) {
            case "string" -> text(schema.path("format").asText());
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            case "array" ->
                depth > DEEP ? NODES.arrayNode() : NODES.arrayNode().add(sample(schema.path("items"), depth + 1));
            default -> object(schema, depth);
        };
    }

    private static JsonNode enumerated(JsonNode values) {
        for (JsonNode value : values) {
            if (List.of("done", "FAIL").contains(value.asText())) {
                return value;
            }
        }
        return values.get(0);
    }

    private static JsonNode text(String format) {
        return NODES.textNode(
                switch (format) {
                    case "date" -> "2026-11-21";
                    case "date-time" -> "2026-11-21T10:00:00Z";
                    default -> TEXT;
                });
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode part : schema.path("allOf")) {
            object.setAll((ObjectNode) sample(part, depth));
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            // Without it, a list ends
            if (!property.getKey().equals("nextCursor") && depth <= DEEP) {
                object.set(property.getKey(), sample(property.getValue(), depth + 1));
            }
        }
        JsonNode more = schema.path("additionalProperties");
        if (more.isObject() && depth <= DEEP) {
            object.set(TEXT, sample(more, depth + 1));
        }
        return object;
    }

    private static ObjectNode problem() {
        ObjectNode problem = NODES.objectNode();
        problem.put("type", TEXT)
                .put("title", TEXT)
                .put("status", 422)
                .put("detail", TEXT)
                .put("remedy", TEXT);
        problem.putArray("faults")
                .addObject()
                .put("code", TEXT)
                .put("message", TEXT)
                .put("pointer", TEXT)
                .put("hint", TEXT);
        return problem;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
