package org.assay.rest.internal.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API, as it was written and as JSON. */
@Path("")
public final class OpenApiResource {
    private static final String FILE = "/org/assay/rest/openapi.yaml";

    private final String yaml;
    private final String json;

    /**
     * Reads the description once.
     *
     * @throws IllegalStateException if the bundle lacks it
     */
    OpenApiResource(ObjectMapper mapper) {
        yaml = read();
        json = convert(yaml, mapper);
    }

    /** As it was written. */
    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    public String yaml() {
        return yaml;
    }

    /** As JSON. */
    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] json() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String read() {
        try (InputStream file = OpenApiResource.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The bundle lacks " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String convert(String yaml, ObjectMapper mapper) {
        try {
            Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return mapper.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
