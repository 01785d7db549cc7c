package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.rest.internal.resource.Document.Operation;
import org.assay.rest.internal.resource.TestApi.Reply;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the server to its OpenAPI document, and the document to the server. */
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestApi api = new TestApi();
    private final Document document =
            new Document(api.get("openapi.json").is(200).json());
    private final Map<String, Function<TestApi, Reply>> samples = Samples.all();

    @Test
    void theDocumentNamesExactlyTheCallsThatAreServed() {
        Set<String> documented = document.operations().stream()
                .map(operation -> operation.method() + " " + plain(operation.path()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(served()).isEqualTo(documented);
    }

    @Test
    void everyStatusInTheDocumentHasASampleAndNoSampleIsUndocumented() {
        Set<String> documented = document.operations().stream()
                .flatMap(operation ->
                        operation.statuses().keySet().stream().map(status -> operation.id() + " " + status))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(samples.keySet())).isEqualTo(documented);
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsAsTheDocumentSays() {
        return samples.entrySet().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(sample.getKey(), () -> check(sample.getKey(), sample.getValue())));
    }

    @Test
    void everyLineOfAStreamIsAsTheDocumentSays() throws IOException {
        for (String list : Set.of("verdicts", "findings")) {
            Operation operation = document.operation(list.equals("verdicts") ? "listVerdicts" : "listFindings");
            Reply reply = api.get("audits/" + FakeAudits.DONE + "/" + list, "Accept", "application/x-ndjson")
                    .is(200);
            for (String line : reply.text().lines().toList()) {
                assertThat(document.faults(operation, 200, "application/x-ndjson", JSON.readTree(line)))
                        .as(line)
                        .isEmpty();
            }
        }
    }

    @Test
    void theDocumentComesAsItWasWrittenToo() {
        assertThat(api.get("openapi.yaml").is(200).text()).startsWith("openapi: 3.1.0\n");
    }

    private void check(String name, Function<TestApi, Reply> sample) {
        String[] key = name.split(" ");
        Operation operation = document.operation(key[0]);
        // A sample that may change something has an API of its own; making one takes a while.
        boolean onlyReads =
                operation.method().equals("GET") && !Set.of("409", "503").contains(key[1]);
        Reply reply = sample.apply(onlyReads ? api : new TestApi());

        assertThat(reply.status()).as(reply.text()).isEqualTo(Integer.parseInt(key[1]));
        String mediaType = reply.header("Content-Type").split(";")[0];
        if (reply.status() == 204) {
            assertThat(reply.body()).isEmpty();
            return;
        }
        JsonNode body = mediaType.endsWith("json")
                ? reply.json()
                : JSON.getNodeFactory().textNode(reply.text());
        assertThat(document.faults(operation, reply.status(), mediaType, body))
                .as(reply.text())
                .isEmpty();
        if (reply.status() >= 400 && mediaType.equals("application/problem+json")) {
            assertThat(body.path("status").asInt()).isEqualTo(reply.status());
        }
    }

    private Set<String> served() {
        Set<String> served = new TreeSet<>();
        for (Object instance : api.resources.instances()) {
            Path root = instance.getClass().getAnnotation(Path.class);
            if (root != null) {
                Arrays.stream(instance.getClass().getMethods()).forEach(method -> add(served, root.value(), method));
            }
        }
        return served;
    }

    private static void add(Set<String> served, String root, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                Path path = method.getAnnotation(Path.class);
                String whole = "/" + root + "/" + (path == null ? "" : path.value());
                served.add(
                        http.value() + " " + plain(whole.replaceAll("/+", "/").replaceAll("/$", "")));
            }
        }
    }

    /** A path without the names of its parameters. */
    private static String plain(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }
}
