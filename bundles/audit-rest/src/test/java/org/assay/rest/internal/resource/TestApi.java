package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.assay.rest.internal.http.ApiApplication;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;

/** The whole API in memory, on a core in memory. */
final class TestApi {
    private static final URI BASE = URI.create("http://127.0.0.1/api/v1/");
    private static final ObjectMapper JSON = new ObjectMapper();

    final FakeCore core = new FakeCore();
    final FakeNetworks networks = new FakeNetworks();
    final FakeAudits audits = new FakeAudits();
    final FakeLedger ledger = new FakeLedger();
    final FakeProcedures procedures = new FakeProcedures();
    final FakeRetention retention = new FakeRetention();
    final FakeDossiers dossiers = new FakeDossiers();
    final ApiResources resources = new ApiResources(
            core,
            core,
            networks,
            audits,
            new FakeConsequences(audits),
            core,
            new FakeFeeds(),
            new FakeReplies(),
            ledger,
            core.keys,
            core.waivers,
            new FakeWebhooks(),
            out -> out.write('P'),
            new FakeOutlooks(audits),
            new FakeStanding(),
            procedures,
            retention,
            dossiers,
            dossiers,
            core);
    private final ApplicationHandler api = new ApplicationHandler(ApiApplication.of(resources.instances()));

    Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Reply post(String path, String json, String... headers) {
        return send("POST", path, bytes(json), with(headers, "Content-Type", "application/json"));
    }

    Reply put(String path, String json, String... headers) {
        return send("PUT", path, bytes(json), with(headers, "Content-Type", "application/json"));
    }

    /** Sends with the token, unless the headers name another. */
    Reply send(String method, String path, InputStream body, String... headers) {
        ContainerRequest request =
                new ContainerRequest(BASE, BASE.resolve(path), method, null, new MapPropertiesDelegate(), null);
        request.header("Authorization", "Bearer " + FakeCore.SECRET);
        for (int i = 0; i < headers.length; i += 2) {
            request.getHeaders().remove(headers[i]);
            if (!headers[i + 1].isEmpty()) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        request.setEntityStream(body == null ? InputStream.nullInputStream() : body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContainerResponse response = api.apply(request, out).get();
            return Reply.of(response, out.toByteArray());
        } catch (ExecutionException e) {
            return new Reply(-1, Map.of(), out.toByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = new String[headers.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }

    /**
     * What came back.
     *
     * @param status -1 where the connection would have broken
     */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        static Reply of(ContainerResponse response, byte[] body) {
            Map<String, String> headers = new LinkedHashMap<>();
            response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new Reply(response.getStatus(), headers, body);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text(), e);
            }
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Is a problem of that type, and says its place as every problem does. */
        JsonNode problem(int expected, String word) {
            assertThat(status).as(text()).isEqualTo(expected);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(json().path("type").asText()).isEqualTo("urn:assay:problem:" + word);
            assertThat(json().path("status").asInt()).isEqualTo(expected);
            assertThat(json().path("title").asText()).isNotBlank();
            assertThat(json().path("detail").asText()).isNotBlank();
            assertThat(json().path("instance").asText()).startsWith("/api/v1/");
            return json();
        }

        Reply is(int expected) {
            assertThat(status).as(text()).isEqualTo(expected);
            return this;
        }
    }
}
