package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.assay.api.Outcome;
import org.assay.core.AuditDiff;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.util.Cursors;
import org.assay.engine.eval.VerdictMatrix;
import org.jspecify.annotations.Nullable;

/** What changed from one audit to another. */
final class Differing {
    private final Judged from;
    private final Judged to;
    private final Filters filters;
    private final Findings texts;

    Differing(Judged from, Judged to, VerdictFilter filter, Findings texts) {
        this.texts = texts;
        this.from = from;
        this.to = to;
        this.filters = new Filters(filter, false);
    }

    AuditDiff diff(PageRequest request) {
        Cursors cursors = Cursors.of("diff", from.row().id(), to.row().id(), filters.key());
        Long position = cursors.readNumber(request.cursor());
        long first = position == null ? 0 : position;
        long[] seen = new long[1];
        List<AuditDiff.Change> changes = new ArrayList<>();
        Map<AuditDiff.Flip, Long> flips = new LinkedHashMap<>();
        walk((before, after) -> {
            flips.merge(flip(before, after), 1L, Long::sum);
            if (seen[0]++ >= first && changes.size() < request.limit()) {
                changes.add(new AuditDiff.Change(verdict(from, before), verdict(to, after)));
            }
        });
        long end = first + changes.size();
        String next = end < seen[0] && !changes.isEmpty() ? cursors.write(end) : null;
        return new AuditDiff(from.row().id(), to.row().id(), mostFirst(flips), new Page<>(changes, next, seen[0]));
    }

    private @Nullable Verdict verdict(Judged audit, @Nullable Ruling ruling) {
        return ruling == null ? null : texts.verdict(audit, ruling);
    }

    private static AuditDiff.Flip flip(@Nullable Ruling before, @Nullable Ruling after) {
        Ruling one = before == null ? after : before;
        String regime = one == null ? "" : one.matrix().regime();
        return new AuditDiff.Flip(regime, outcome(before), outcome(after), 0);
    }

    private static @Nullable Outcome outcome(@Nullable Ruling ruling) {
        return ruling == null ? null : ruling.outcome();
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

    private void walk(BiConsumer<@Nullable Ruling, @Nullable Ruling> sink) {
        SortedSet<String> regimes = new TreeSet<>();
        from.parts().forEach(part -> regimes.add(part.row().regime()));
        to.parts().forEach(part -> regimes.add(part.row().regime()));
        for (String regime : regimes) {
            VerdictMatrix before = matrix(from, regime);
            VerdictMatrix after = matrix(to, regime);
            SortedSet<String> requirements = new TreeSet<>(before.rows().keySet());
            requirements.addAll(after.rows().keySet());
            requirements.forEach(id -> new Row(before, after, id).walk(filters, sink));
        }
    }

    private static VerdictMatrix matrix(Judged audit, String regime) {
        return audit.parts().stream()
                .filter(part -> part.row().regime().equals(regime))
                .findFirst()
                .map(Judged.Part::matrix)
                .orElse(new VerdictMatrix(regime, Map.of(), Collections.emptySortedMap()));
    }

    /** One requirement in both audits: its subjects, in order, are merged. */
    private record Row(VerdictMatrix before, VerdictMatrix after, String requirement) {

        void walk(Filters filters, BiConsumer<@Nullable Ruling, @Nullable Ruling> sink) {
            VerdictMatrix.Row old = before.rows().get(requirement);
            VerdictMatrix.Row fresh = after.rows().get(requirement);
            List<String> olds = subjects(before, old, filters);
            List<String> freshes = subjects(after, fresh, filters);
            int i = 0;
            int j = 0;
            while (i < olds.size() || j < freshes.size()) {
                int order = order(olds, i, freshes, j);
                Ruling one = order <= 0 && old != null ? new Ruling(before, old, i) : null;
                Ruling other = order >= 0 && fresh != null ? new Ruling(after, fresh, j) : null;
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
                if (changed(one, other) && (shown(filters, one) || shown(filters, other))) {
                    sink.accept(one, other);
                }
            }
        }

        private static List<String> subjects(VerdictMatrix matrix, VerdictMatrix.@Nullable Row row, Filters filters) {
            return row != null && filters.row(matrix, row) ? matrix.subjectsOf(row) : List.of();
        }

        private static int order(List<String> olds, int i, List<String> freshes, int j) {
            if (i == olds.size()) {
                return 1;
            }
            return j == freshes.size() ? -1 : Integer.signum(olds.get(i).compareTo(freshes.get(j)));
        }

        private static boolean changed(@Nullable Ruling one, @Nullable Ruling other) {
            return one == null
                    || other == null
                    || one.outcome() != other.outcome()
                    || !one.code().equals(other.code());
        }

        private static boolean shown(Filters filters, @Nullable Ruling ruling) {
            return ruling != null
                    && filters.ruling(
                            ruling.row(), ruling.index(), ruling.subject().id());
        }
    }
}
