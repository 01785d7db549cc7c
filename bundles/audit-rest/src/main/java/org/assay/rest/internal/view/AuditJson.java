package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.assay.api.Outcome;
import org.assay.core.AuditView;
import org.assay.engine.facts.Days;
import org.jspecify.annotations.Nullable;

/** An audit as the API writes it. */
public record AuditJson(
        String id,
        String network,
        String snapshot,
        String asOf,
        String knownAt,
        String recordedAt,
        String state,
        int progress,
        @Nullable String failure,
        String createdAt,
        String createdBy,
        @Nullable String finishedAt,
        List<Part> regimes,
        Map<Outcome, Long> counts,
        long verdicts,
        long historic,
        long findings,
        @Nullable Map<String, Object> trial,
        RetentionJson.@Nullable Gone removed,
        List<Stale> stale) {

    /** From what core knows. */
    public static AuditJson of(AuditView audit) {
        return new AuditJson(
                audit.id(),
                audit.network(),
                audit.snapshot(),
                Days.print(audit.asOf()),
                audit.knownAt().toString(),
                audit.recordedAt().toString(),
                Words.of(audit.state()),
                audit.progress(),
                audit.failure(),
                audit.createdAt().toString(),
                audit.createdBy(),
                Words.orNone(audit.finishedAt()),
                audit.regimes().stream().map(Part::of).toList(),
                Words.counts(audit.counts()),
                sum(audit, AuditView.RegimePart::verdicts),
                sum(audit, AuditView.RegimePart::historic),
                sum(audit, AuditView.RegimePart::findings),
                audit.trial().isEmpty() ? null : audit.trial(),
                RetentionJson.Gone.of(audit.removed()),
                audit.stale().stream().map(Stale::of).toList());
    }

    private static long sum(AuditView audit, ToLongFunction<AuditView.RegimePart> number) {
        return audit.regimes().stream().mapToLong(number).sum();
    }

    /** Something that it follows from and that is otherwise by now. */
    public record Stale(String what, String since, String because) {
        static Stale of(AuditView.Stale stale) {
            return new Stale(Words.of(stale.what()), stale.since().toString(), stale.because());
        }
    }

    /** What one regime's pack says. */
    public record Part(
            String regime,
            PackJson.Ref pack,
            int language,
            Map<String, Object> options,
            @Nullable String verdictDigest,
            long verdicts,
            long historic,
            long findings,
            Map<Outcome, Long> counts) {

        static Part of(AuditView.RegimePart part) {
            return new Part(
                    part.regime(),
                    new PackJson.Ref(part.packVersion(), part.packDigest(), null, Words.orNone(part.doubt())),
                    part.language(),
                    part.options(),
                    part.verdictDigest(),
                    part.verdicts(),
                    part.historic(),
                    part.findings(),
                    Words.counts(part.counts()));
        }
    }
}
