package org.assay.rest.internal.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.core.AuditRequest;
import org.assay.core.Trial;
import org.assay.rest.internal.json.Bodies;
import org.jspecify.annotations.Nullable;

/** The body that asks for an audit. */
public record AuditBody(
        String network,
        List<String> regimes,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt,
        @Nullable String snapshot,
        @Nullable Map<String, Map<String, Object>> options,
        @Nullable TrialBody trial) {
    private static final Pattern MERGED = Pattern.compile("/trial/changes/[0-9]+/set/.+");

    public AuditBody {
        Required.field("network", network);
        Required.field("regimes", regimes);
        regimes = List.copyOf(regimes);
        options = options == null ? Map.of() : Map.copyOf(options);
    }

    /** Reads one; what a trial sets is a merge patch, in which null takes a field away. */
    public static AuditBody of(byte[] body, Bodies bodies) {
        return bodies.read(body, AuditBody.class, place -> MERGED.matcher(place).matches());
    }

    /** What core is asked. */
    public AuditRequest request() {
        return new AuditRequest(
                network,
                regimes,
                asOf,
                knownAt,
                snapshot,
                options == null ? Map.of() : options,
                trial == null ? null : trial.trial());
    }

    /** What to suppose. */
    public record TrialBody(@Nullable Map<String, String> packs, @Nullable List<ChangeBody> changes) {
        Trial trial() {
            List<ChangeBody> all = changes == null ? List.of() : changes;
            return new Trial(
                    packs == null ? Map.of() : packs,
                    all.stream().map(ChangeBody::change).toList());
        }
    }

    /** A change of components. */
    public record ChangeBody(@Nullable Map<String, List<String>> where, @Nullable Map<String, Object> set) {
        public ChangeBody {
            Required.field("set", set);
        }

        Trial.Change change() {
            return new Trial.Change(where == null ? Map.of() : where, set == null ? Map.of() : set);
        }
    }
}
