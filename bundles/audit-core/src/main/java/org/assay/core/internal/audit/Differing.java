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
            RowChanges changes = new RowChanges(before, after, filters);
            requirements.forEach(id -> changes.walk(id, sink));
        }
    }

    private static VerdictMatrix matrix(Judged audit, String regime) {
        return audit.parts().stream()
                .filter(part -> part.row().regime().equals(regime))
                .findFirst()
                .map(Judged.Part::matrix)
                .orElse(new VerdictMatrix(regime, Map.of(), Collections.emptySortedMap()));
    }
}
