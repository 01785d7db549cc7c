package org.assay.rest.internal.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.core.AuditRequest;
import org.jspecify.annotations.Nullable;

/** The body that asks for an audit. */
public record AuditBody(
        String network,
        List<String> regimes,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt,
        @Nullable String snapshot,
        @Nullable Map<String, Map<String, Object>> options) {
    public AuditBody {
        Required.field("network", network);
        Required.field("regimes", regimes);
        regimes = List.copyOf(regimes);
        options = options == null ? Map.of() : Map.copyOf(options);
    }

    /** What core is asked. */
    public AuditRequest request() {
        return new AuditRequest(network, regimes, asOf, knownAt, snapshot, options == null ? Map.of() : options);
    }
}
