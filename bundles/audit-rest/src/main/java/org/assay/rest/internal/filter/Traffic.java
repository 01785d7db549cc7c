package org.assay.rest.internal.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests and the time until their answers begin. */
@PreMatching
public final class Traffic implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String STARTED = "org.assay.rest.started";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private static final double NANOS = 1e9;

    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final LongAdder nanos = new LongAdder();

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // A caller's own word must not become a label: each would be kept for ever.
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        String labels = "method=\"" + method + "\",status=\"" + response.getStatus() + "\"";
        requests.computeIfAbsent(labels, key -> new LongAdder()).increment();
        if (request.getProperty(STARTED) instanceof Long started) {
            nanos.add(System.nanoTime() - started);
        }
    }

    /** Writes what was counted. */
    public void writeTo(MetricsText text) {
        text.counter("assay_http_requests_total", "requests by method and status");
        requests.forEach((labels, count) -> text.sample("assay_http_requests_total", labels, count.sum()));
        text.counter("assay_http_request_seconds_total", "time until answers began, of all requests together");
        text.sample("assay_http_request_seconds_total", "", nanos.sum() / NANOS);
    }
}
