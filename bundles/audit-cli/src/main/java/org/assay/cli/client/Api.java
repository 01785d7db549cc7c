package org.assay.cli.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;

/** The service's API as this program calls it: on loopback, with a token. Answers are JSON; problems end the program. */
public final class Api {
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String base;
    private final String token;

    /** The API at a port of this machine. */
    public Api(int port, String token) {
        this.base = base(port);
        this.token = token;
    }

    private static String base(int port) {
        return "http://127.0.0.1:" + port + "/api/v1";
    }

    /** Where it is. */
    public String url() {
        return base;
    }

    /** Whether a service answers there and is ready. */
    public static boolean ready(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base(port) + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Part of a path or query, escaped. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Reads a resource. */
    public JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    /** Reads a resource with its texts in a language. */
    public JsonNode get(String path, String language) {
        return json(send(request(path).header("Accept-Language", language).GET()));
    }

    /** Creates something whose answer the service keeps no copy of, so that it takes no key for a repeated call. */
    public JsonNode postOnce(String path, Object body) {
        return json(send(request(path).header("Content-Type", JSON_TYPE).POST(body(body))));
    }

    /** Creates something; a repeated call with the same body does nothing new. */
    public JsonNode post(String path, Object body) {
        return json(send(withBody(path).POST(body(body))));
    }

    /** Puts something in its place. */
    public JsonNode put(String path, Object body) {
        return json(send(withBody(path).PUT(body(body))));
    }

    /** Reads something and puts in its place what is made of it, if it was not changed meanwhile. */
    public JsonNode change(String path, UnaryOperator<JsonNode> change) {
        HttpResponse<InputStream> read = send(request(path).GET());
        String tag = read.headers().firstValue("ETag").orElse("*");
        JsonNode changed = change.apply(json(read));
        return json(send(withBody(path).header("If-Match", tag).PUT(body(changed))));
    }

    /** Removes something. */
    public void delete(String path) {
        send(request(path).header("Idempotency-Key", key()).DELETE());
    }

    /** Sends a file as it is. */
    public JsonNode postFile(String path, Path file, String type) {
        try {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", type)
                    .header("Idempotency-Key", key())
                    .POST(HttpRequest.BodyPublishers.ofFile(file));
            return json(send(request));
        } catch (IOException missing) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read " + file + ": no such file");
        }
    }

    /** Copies a stream, such as every verdict as NDJSON or CSV. */
    public void copy(String path, String accept, OutputStream to) {
        HttpResponse<InputStream> response =
                send(request(path).header("Accept", accept).GET());
        try (InputStream in = response.body()) {
            in.transferTo(to);
            to.flush();
        } catch (IOException broken) {
            throw new CliException(ExitCode.NO_SERVICE, "the service broke off: " + broken.getMessage());
        }
    }

    /** A path that may hold an id as the service gave it: what no address may have is escaped, what is escaped already stays. */
    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder(path.length());
        path.codePoints().forEach(c -> {
            if (c > ' ' && c < 0x7f && "\"<>\\^`{|}[]".indexOf(c) < 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(part(Character.toString(c)));
            }
        });
        return escaped.toString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + escaped(path)))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder withBody(String path) {
        return request(path).header("Content-Type", JSON_TYPE).header("Idempotency-Key", key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static HttpRequest.BodyPublisher body(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException impossible) {
            throw new IllegalArgumentException("not to be written as JSON: " + body, impossible);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() >= 400) {
                throw problem(response);
            }
            return response;
        } catch (IOException broken) {
            throw new CliException(ExitCode.NO_SERVICE, "cannot reach Assay at " + base + ": " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.NO_SERVICE, "stopped while waiting for " + base);
        }
    }

    private static JsonNode json(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            return JSON.readTree(in);
        } catch (IOException broken) {
            throw new CliException(ExitCode.NO_SERVICE, "the service's answer cannot be read: " + broken.getMessage());
        }
    }

    private static CliException problem(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            JsonNode problem = JSON.readTree(in);
            String title = problem.path("title").asText("status " + response.statusCode());
            String detail = problem.path("detail").asText("");
            int exit = response.statusCode() >= 500 ? ExitCode.NO_SERVICE : ExitCode.BAD_INPUT;
            return new CliException(exit, detail.isEmpty() ? title : title + ": " + detail, details(problem));
        } catch (JacksonException noProblem) {
            return new CliException(ExitCode.NO_SERVICE, "the service answered with status " + response.statusCode());
        }
    }

    /** What a problem says besides its title and detail, each thing once: a fault without a place may say the same. */
    static List<String> details(JsonNode problem) {
        String detail = problem.path("detail").asText("");
        String remedy = problem.path("remedy").asText("");
        List<String> details = new ArrayList<>();
        for (JsonNode fault : problem.path("faults")) {
            String hint = fault.path("hint").asText("");
            if (!fault(fault).equals(hint.isEmpty() ? detail : detail + ". " + hint)) {
                details.add(fault(fault));
            } else if (!hint.isEmpty() && !hint.equals(remedy)) {
                details.add(hint);
            }
        }
        if (!remedy.isEmpty()) {
            details.add(remedy);
        }
        return details;
    }

    private static String fault(JsonNode fault) {
        StringBuilder text = new StringBuilder();
        if (fault.hasNonNull("line")) {
            text.append("line ").append(fault.get("line").asInt());
            text.append(", column ").append(fault.path("column").asInt()).append(": ");
        }
        if (!fault.path("pointer").asText("").isEmpty()) {
            text.append(fault.get("pointer").asText()).append(": ");
        }
        text.append(fault.path("message").asText());
        String hint = fault.path("hint").asText("");
        return hint.isEmpty() ? text.toString() : text + ". " + hint;
    }
}
