package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import org.assay.core.CheckReport;
import org.assay.core.PackView;
import org.jspecify.annotations.Nullable;

/** A pack as the API writes it. */
public record PackJson(
        String regime,
        String version,
        String digest,
        Map<String, String> title,
        int language,
        IntervalJson inForce,
        String state,
        String origin,
        String stagedAt,
        String stagedBy,
        @Nullable String activatedAt,
        @Nullable String activatedBy,
        @Nullable String approvedAt,
        @Nullable String approvedBy,
        @Nullable Planned planned,
        List<Preview> previews,
        Report report,
        List<String> signedBy,
        @Nullable String doubt) {

    /** From what core knows. */
    public static PackJson of(PackView pack) {
        return new PackJson(
                pack.regime(),
                pack.version(),
                pack.digest(),
                pack.title(),
                pack.language(),
                IntervalJson.of(pack.from(), pack.to()),
                Words.of(pack.state()),
                Words.of(pack.origin()),
                pack.stagedAt().toString(),
                pack.stagedBy(),
                Words.orNone(pack.activatedAt()),
                pack.activatedBy(),
                Words.orNone(pack.approvedAt()),
                pack.approvedBy(),
                Planned.of(pack.planned()),
                pack.previews().stream().map(Preview::of).toList(),
                Report.of(pack.report()),
                pack.signedBy(),
                Words.orNone(pack.doubt()));
    }

    /** That it is to be activated. */
    public record Planned(String at, boolean rollback, String by, String askedAt) {
        static @Nullable Planned of(PackView.@Nullable Planned planned) {
            return planned == null
                    ? null
                    : new Planned(
                            planned.at().toString(),
                            planned.rollback(),
                            planned.by(),
                            planned.askedAt().toString());
        }
    }

    /** A preview that its activation relied on. */
    public record Preview(String audit, String at, String by) {
        static Preview of(PackView.Preview preview) {
            return new Preview(preview.audit(), preview.at().toString(), preview.by());
        }
    }

    /** What its check found. */
    public record Report(int requirements, int clauses, int cases, List<String> warnings) {
        static Report of(CheckReport report) {
            return new Report(report.requirements(), report.clauses(), report.cases(), report.warnings());
        }
    }

    /**
     * A pack in short.
     *
     * @param doubt why it would not be taken any more; left out if it would
     * @param inForce left out where only version and digest were pinned
     */
    public record Ref(String version, String digest, @Nullable IntervalJson inForce, @Nullable String doubt) {
        static Ref of(PackView pack) {
            return new Ref(
                    pack.version(), pack.digest(), IntervalJson.of(pack.from(), pack.to()), Words.orNone(pack.doubt()));
        }
    }
}
