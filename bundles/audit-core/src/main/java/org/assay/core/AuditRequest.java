package org.assay.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to audit.
 *
 * @param network the network's id
 * @param regimes ids of regimes, at least one, none twice
 * @param asOf the day whose law is applied; null for today in the network's time zone
 * @param knownAt facts that were recorded and packs that were active at that moment; null for those of now
 * @param snapshot the digest of one of the network's snapshots; null for the newest at {@code knownAt}; of several deliveries
 *     of the same facts the newest at {@code knownAt} counts
 * @param options chosen options by regime and then by name: texts, numbers or booleans; what is left out has the pack's
 *     default
 * @param trial what to suppose; null to audit what is
 */
public record AuditRequest(
        String network,
        List<String> regimes,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt,
        @Nullable String snapshot,
        Map<String, Map<String, Object>> options,
        @Nullable Trial trial) {
    public AuditRequest {
        regimes = List.copyOf(regimes);
        options = Map.copyOf(options);
    }

    /** An audit of what is. */
    public AuditRequest(
            String network,
            List<String> regimes,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt,
            @Nullable String snapshot,
            Map<String, Map<String, Object>> options) {
        this(network, regimes, asOf, knownAt, snapshot, options, null);
    }

    /** An audit of what is known now, as of a day, without chosen options. */
    public static AuditRequest of(String network, List<String> regimes, @Nullable LocalDate asOf) {
        return new AuditRequest(network, regimes, asOf, null, null, Map.of());
    }
}
