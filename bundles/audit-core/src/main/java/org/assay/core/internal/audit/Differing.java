package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.core.AuditDiff;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.util.Cursors;
import org.assay.engine.matrix.Alignment;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.MatrixFlips;
import org.assay.engine.matrix.RowFlips;
import org.jspecify.annotations.Nullable;

/** What changed from one audit to another. */
final class Differing {
    private final Judged from;
    private final Judged to;
    private final Filters filters;
    private final Findings texts;
    private final Alignment.Source alignments;

    Differing(Judged from, Judged to, VerdictFilter filter, Findings texts, Alignment.Source alignments) {
        this.alignments = alignments;
        this.texts = texts;
        this.from = from;
        this.to = to;
        this.filters = new Filters(filter, false);
    }

    /** What changed under one regime. */
    record Part(BitmapMatrix before, BitmapMatrix after, MatrixFlips flips) {}

    AuditDiff diff(PageRequest request) {
        Cursors cursors = Cursors.of("diff", from.row().id(), to.row().id(), filters.key());
        Long position = cursors.readNumber(request.cursor());
        List<Part> parts = parts();
        long total = parts.stream().mapToLong(part -> part.flips().size()).sum();
        long first = Math.min(position == null ? 0 : position, total);
        List<AuditDiff.Change> changes = changes(parts, first, request.limit());
        long end = first + changes.size();
        String next = end < total && !changes.isEmpty() ? cursors.write(end) : null;
        return new AuditDiff(from.row().id(), to.row().id(), flips(parts), new Page<>(changes, next, total));
    }

    private Stream<String> regimes() {
        return Stream.of(from, to)
                .flatMap(audit -> audit.parts().stream())
                .map(part -> part.row().regime())
                .distinct()
                .sorted();
    }

    private Part part(String regime) {
        BitmapMatrix before = matrix(from, regime);
        BitmapMatrix after = matrix(to, regime);
        return new Part(before, after, MatrixFlips.between(before, after, filters.under(regime), alignments));
    }

    List<Part> parts() {
        return regimes().map(this::part).toList();
    }

    /** From which outcome to which, most first. */
    static List<AuditDiff.Flip> flips(List<Part> parts) {
        Map<AuditDiff.Flip, Long> flips = new LinkedHashMap<>();
        for (Part part : parts) {
            String regime = part.before().regime();
            part.flips()
                    .counts()
                    .forEach((sort, count) -> flips.put(new AuditDiff.Flip(regime, sort.from(), sort.to(), 0), count));
        }
        return mostFirst(flips);
    }

    /** So many changes after the first ones, which are passed over without being looked at. */
    List<AuditDiff.Change> changes(List<Part> parts, long first, int limit) {
        List<AuditDiff.Change> changes = new ArrayList<>();
        long before = first;
        for (Part part : parts) {
            for (RowFlips row : part.flips().rows()) {
                int size = row.changed().size();
                if (before < size) {
                    Iterator<RowFlips.Change> left = row.changes(row.changed(), (int) before);
                    while (left.hasNext() && changes.size() < limit) {
                        changes.add(change(part, row, left.next()));
                    }
                }
                before = Math.max(0, before - size);
            }
        }
        return changes;
    }

    private AuditDiff.Change change(Part part, RowFlips row, RowFlips.Change change) {
        return new AuditDiff.Change(
                verdict(from, part.before(), row.before(), change.numberBefore(), change.before()),
                verdict(to, part.after(), row.after(), change.numberAfter(), change.after()));
    }

    private @Nullable Verdict verdict(
            Judged audit, BitmapMatrix matrix, @Nullable BitmapRow row, int number, int cell) {
        return row == null || number < 0 ? null : texts.verdict(audit, new Ruling(matrix, row, number, cell));
    }

    private static List<AuditDiff.Flip> mostFirst(Map<AuditDiff.Flip, Long> flips) {
        return flips.entrySet().stream()
                .map(entry -> new AuditDiff.Flip(
                        entry.getKey().regime(),
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getValue()))
                .sorted(Comparator.comparing(AuditDiff.Flip::count)
                        .reversed()
                        .thenComparing(AuditDiff.Flip::regime)
                        .thenComparing(flip -> String.valueOf(flip.from()) + flip.to()))
                .toList();
    }

    private static BitmapMatrix matrix(Judged audit, String regime) {
        return audit.parts().stream()
                .filter(part -> part.row().regime().equals(regime))
                .findFirst()
                .map(Judged.Part::matrix)
                .orElseGet(() -> BitmapMatrix.none(regime));
    }
}
