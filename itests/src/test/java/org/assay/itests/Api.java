package org.assay.itests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** The API of a service, over HTTP, in the name of a first token. Safe for many threads at once. */
final class Api {
    private static final Duration DONE_WITHIN = Duration.ofSeconds(90);
    private static final Duration REQUEST_WITHIN = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final Path tokenFile;

    /** Of the container that runs the test; outside of it, where the runner only looks at the class, of none. */
    Api() {
        this(
                System.getProperty("org.osgi.service.http.port", "0"),
                Path.of(System.getProperty("assay.data", ""), "token"));
    }

    /** Of a service on the loopback interface. */
    Api(String port, Path tokenFile) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        this.tokenFile = tokenFile;
    }

    /** What a GET without a token answers. */
    HttpResponse<String> getOpenly(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** What a GET with the first token answers. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token()));
    }

    /** What a POST of JSON with the first token answers. */
    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What a PUT of JSON with the first token answers. */
    HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What a DELETE with the first token answers. */
    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token())
                .DELETE());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(REQUEST_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token() throws IOException {
        return Files.readString(tokenFile).strip();
    }

    /** Returns as soon as a GET with the first token answers {@code status}; fails after a bound. */
    void await(String path, int status) throws InterruptedException {
        await(path, () -> get(path), status);
    }

    /** Returns as soon as what a GET with the first token answers holds that text; fails after a bound. */
    void await(String path, String text) throws InterruptedException {
        await(path, () -> get(path), response -> response.body().contains(text), "'" + text + "'");
    }

    /** Returns as soon as the service says that it is ready; fails after a bound. */
    void awaitReady() throws InterruptedException {
        await("/health/ready", () -> getOpenly("/health/ready"), 200);
    }

    private void await(String path, Callable<HttpResponse<String>> call, int status) throws InterruptedException {
        await(path, call, response -> response.statusCode() == status, "status " + status);
    }

    private void await(
            String path, Callable<HttpResponse<String>> call, Predicate<HttpResponse<String>> goal, String what)
            throws InterruptedException {
        Instant end = Instant.now().plus(DONE_WITHIN);
        String last = "nothing was tried";
        while (Instant.now().isBefore(end)) {
            try {
                HttpResponse<String> response = call.call();
                if (goal.test(response)) {
                    return;
                }
                last = response.statusCode() + " " + response.body();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                last = e.toString();
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new AssertionError("Waited " + DONE_WITHIN + " for " + what + " from " + path + "; last: " + last);
    }
}
