package org.assay.core.internal.audit;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assay.api.Outcome;
import org.assay.core.AuditView;
import org.assay.core.AuditView.RegimePart;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Kept;
import org.assay.core.store.AuditRow;
import org.assay.engine.matrix.BitmapMatrix;

/** From rows to views, and the counts that a finished audit keeps. */
record AuditViews(Json json) {
    private static final String VERDICTS = "verdicts";
    private static final String HISTORIC = "historic";
    private static final String FINDINGS = "findings";
    private static final String COUNTS = "counts";
    private static final int ALL_DONE = 100;

    AuditView view(AuditRow row, int progress, List<AuditView.Stale> stale, UnaryOperator<String> doubt) {
        List<RegimePart> parts = row.parts().stream()
                .map(part -> part(part, doubt.apply(part.packDigest())))
                .toList();
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        parts.forEach(part -> part.counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum)));
        AuditView.State state = AuditView.State.valueOf(row.state());
        return new AuditView(
                row.id(),
                row.network(),
                row.digest(),
                row.asOf(),
                row.knownSince(),
                row.knownAt(),
                state,
                state == AuditView.State.DONE ? ALL_DONE : progress,
                row.failure(),
                row.createdAt(),
                row.createdBy(),
                row.finishedAt(),
                parts,
                counts,
                row.trial() == null ? Map.of() : json.read(row.trial()),
                Kept.viewOrNull(row.removed()),
                stale);
    }

    private RegimePart part(AuditRow.Part part, String doubt) {
        Map<String, Object> result = part.result() == null ? Map.of() : json.read(part.result());
        return new RegimePart(
                part.regime(),
                part.packVersion(),
                part.packDigest(),
                doubt,
                part.language(),
                json.read(part.options()),
                part.verdictDigest(),
                Json.number(result, VERDICTS),
                Json.number(result, HISTORIC),
                Json.number(result, FINDINGS),
                counts(result));
    }

    private static Map<Outcome, Long> counts(Map<String, Object> result) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        if (result.get(COUNTS) instanceof Map<?, ?> some) {
            some.forEach((outcome, count) ->
                    counts.put(Outcome.valueOf(String.valueOf(outcome)), ((Number) count).longValue()));
        }
        return counts;
    }

    String result(BitmapMatrix matrix) {
        Map<Outcome, Long> counts = matrix.counts();
        Map<String, Object> byName = new LinkedHashMap<>();
        counts.forEach((outcome, count) -> byName.put(outcome.name(), count));
        long current = counts.values().stream().mapToLong(Long::longValue).sum();
        long findings = counts.entrySet().stream()
                .filter(entry -> entry.getKey().isFinding())
                .mapToLong(entry -> entry.getValue())
                .sum();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(VERDICTS, matrix.size());
        result.put(HISTORIC, matrix.size() - current);
        result.put(FINDINGS, findings);
        result.put(COUNTS, byName);
        return json.write(result);
    }
}
