package org.assay.cli.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;

/**
 * A network document on disk. Only what names the network is read here; the service reads the rest and says what is
 * wrong with it.
 *
 * @param file the file
 * @param type its media type
 * @param id the network's id
 * @param name its name
 * @param country its country
 */
public record NetworkFile(Path file, String type, String id, String name, String country) {
    private static final String NDJSON = "application/x-ndjson";

    /**
     * Looks into a document.
     *
     * @throws CliException if it cannot be read or names no network
     */
    public static NetworkFile of(Path file) {
        if (!Files.isReadable(file)) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read " + file + ": no such file");
        }
        boolean lines = file.toString().endsWith(".ndjson");
        try (JsonParser json = new ObjectMapper().createParser(file.toFile())) {
            JsonNode network = network(json);
            return new NetworkFile(
                    file,
                    lines ? NDJSON : "application/json",
                    text(file, network, "id"),
                    text(file, network, "name"),
                    text(file, network, "country"));
        } catch (IOException broken) {
            throw new CliException(ExitCode.BAD_INPUT, file + " is no network document: " + broken.getMessage());
        }
    }

    /** The network stands in the one object of a document, or in one of its lines. */
    private static JsonNode network(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token != JsonToken.START_OBJECT) {
            throw new IOException("a JSON object was expected");
        }
        for (; token == JsonToken.START_OBJECT; token = json.nextToken()) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean network = json.currentName().equals("network");
                json.nextToken();
                if (network) {
                    return json.readValueAsTree();
                }
                json.skipChildren();
            }
        }
        throw new IOException("it has no \"network\"");
    }

    private static String text(Path file, JsonNode network, String field) {
        if (!network.path(field).isTextual()) {
            throw new CliException(ExitCode.BAD_INPUT, file + ": /network/" + field + " is missing or no text");
        }
        return network.get(field).asText();
    }

    /** Hands it to the service: the network, then its facts. */
    public JsonNode deliver(Api api) {
        api.put("/networks/" + Api.part(id), Map.of("id", id, "name", name, "country", country));
        return api.postFile("/networks/" + Api.part(id) + "/snapshots", file, type);
    }
}
