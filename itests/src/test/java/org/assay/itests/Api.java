package org.assay.itests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** The API of the container that runs the test, over HTTP. Safe for many threads at once. */
final class Api {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base = "http://127.0.0.1:" + System.getProperty("org.osgi.service.http.port") + "/api/v1";

    /** The status that a GET answers. */
    int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Returns as soon as the service says that it lives; fails after a bound. */
    void awaitLive() throws InterruptedException {
        Instant end = Instant.now().plus(READY_WITHIN);
        String last = "nothing was tried";
        while (Instant.now().isBefore(end)) {
            try {
                int status = status("/health/live");
                if (status == 200) {
                    return;
                }
                last = "status " + status;
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new AssertionError("Waited " + READY_WITHIN + " for " + base + "/health/live; last: " + last);
    }
}
