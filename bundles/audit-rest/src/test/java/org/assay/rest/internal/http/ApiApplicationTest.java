package org.assay.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.assay.rest.internal.json.Json;
import org.assay.rest.internal.problem.Problem;
import org.assay.rest.internal.problem.ProblemType;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.junit.jupiter.api.Test;

class ApiApplicationTest {
    private static final URI BASE = URI.create("http://127.0.0.1/api/v1/");

    private final ApplicationHandler api = new ApplicationHandler(ApiApplication.of(Set.of(new Probe())));

    @Test
    void answersAnUnknownPathWithAProblem() throws Exception {
        Answer answer = send("GET", "nowhere", "");

        answer.isProblem(404, "unknown-path");
        assertThat(answer.json().path("instance").asText()).isEqualTo("/api/v1/nowhere");
    }

    @Test
    void answersAWrongMethodWithAProblemThatKeepsTheHeaderAllow() throws Exception {
        Answer answer = send("DELETE", "probe/broken", "");

        answer.isProblem(405, "method-not-allowed");
        assertThat(answer.allow()).contains("POST");
    }

    @Test
    void answersAFaultOfOursWithAnIncidentAndNothingElse() throws Exception {
        Answer answer = send("POST", "probe/broken", "{}");

        answer.isProblem(500, "internal");
        assertThat(answer.json().path("incident").asText()).hasSize(36);
        assertThat(answer.json().toString()).doesNotContain("a secret of the inside");
    }

    private Answer send(String method, String path, String body) throws Exception {
        ContainerRequest request =
                new ContainerRequest(BASE, BASE.resolve(path), method, null, new MapPropertiesDelegate(), null);
        request.header("Content-Type", "application/json");
        request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerResponse response = api.apply(request, out).get();
        String allow = response.getHeaderString("Allow");
        return new Answer(
                response.getStatus(),
                String.valueOf(response.getMediaType()),
                allow == null ? "" : allow,
                Json.mapper().readTree(out.toByteArray()));
    }

    private record Answer(int status, String mediaType, String allow, JsonNode json) {
        void isProblem(int expectedStatus, String word) {
            assertThat(status).isEqualTo(expectedStatus);
            assertThat(mediaType).isEqualTo(Problem.MEDIA_TYPE);
            assertThat(json.path("type").asText()).isEqualTo(ProblemType.NAMESPACE + word);
            assertThat(json.path("status").asInt()).isEqualTo(expectedStatus);
        }
    }

    /** Stands for the resources to come. */
    @Path("probe")
    @Consumes("application/json")
    public static final class Probe {

        /** Fails as a bug would. */
        @POST
        @Path("broken")
        public String broken() {
            throw new IllegalStateException("a secret of the inside");
        }
    }
}
