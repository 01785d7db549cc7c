package org.assay.rest.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The OpenAPI document, taken apart for the contract's tests. */
final class Document {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode root;

    Document(JsonNode root) {
        this.root = root;
    }

    /**
     * A call.
     *
     * @param statuses what it may answer, by status
     */
    record Operation(String id, String method, String path, Map<String, JsonNode> statuses) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (METHODS.contains(member.getKey())) {
                        operations.add(operation(path.getKey(), member.getKey(), member.getValue()));
                    }
                }));
        return operations;
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document has no call " + id));
    }

    /** What is wrong with a body of a call by its schema, empty if nothing is; an undocumented media type is wrong. */
    List<String> faults(Operation operation, int status, String mediaType, JsonNode body) {
        JsonNode content = operation.statuses().get(Integer.toString(status)).path("content");
        if (!content.has(mediaType)) {
            return List.of(mediaType + " is not documented for " + status);
        }
        return validate((ObjectNode) content.path(mediaType).path("schema").deepCopy(), body);
    }

    /** What is wrong with a value by a named schema. */
    List<String> faults(String schema, JsonNode body) {
        return validate(new ObjectMapper().createObjectNode().put("$ref", "#/components/schemas/" + schema), body);
    }

    private List<String> validate(ObjectNode schema, JsonNode body) {
        schema.set("components", root.path("components"));
        JsonSchema compiled = SCHEMAS.getSchema(schema);
        return compiled.validate(body).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toList());
    }

    private Operation operation(String path, String method, JsonNode node) {
        Map<String, JsonNode> statuses = new TreeMap<>();
        node.path("responses")
                .properties()
                .forEach(response -> statuses.put(response.getKey(), resolve(response.getValue())));
        return new Operation(
                node.path("operationId").asText(), method.toUpperCase(java.util.Locale.ROOT), path, statuses);
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }
}
