package org.assay.core.internal.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assay.engine.eval.VerdictMatrix;
import org.jspecify.annotations.Nullable;

/**
 * What changed for a requirement from one matrix to another. Subjects are matched by kind and id, which both matrices have in
 * order. Where they have the same subjects, whole stretches of equal cells are passed over. Not thread-safe.
 */
final class RowChanges {
    private static final int CELLS = 256;

    private final VerdictMatrix before;
    private final VerdictMatrix after;
    private final Filters filters;
    private final Map<String, Boolean> same = new HashMap<>();

    RowChanges(VerdictMatrix before, VerdictMatrix after, Filters filters) {
        this.before = before;
        this.after = after;
        this.filters = filters;
    }

    /** Gives every changed verdict that is shown, in the order of subjects. */
    void walk(String requirement, BiConsumer<@Nullable Ruling, @Nullable Ruling> sink) {
        VerdictMatrix.Row old = before.rows().get(requirement);
        VerdictMatrix.Row fresh = after.rows().get(requirement);
        List<String> olds = subjects(before, old);
        List<String> freshes = subjects(after, fresh);
        if (old != null && fresh != null && !olds.isEmpty() && sameSubjects(old, fresh, olds, freshes)) {
            side(old, fresh, sink);
        } else {
            merge(old, olds, fresh, freshes, sink);
        }
    }

    private boolean sameSubjects(
            VerdictMatrix.Row old, VerdictMatrix.Row fresh, List<String> olds, List<String> freshes) {
        return old.subjectKind().equals(fresh.subjectKind())
                && same.computeIfAbsent(old.subjectKind(), kind -> olds.equals(freshes));
    }

    /** Cell by cell; which pairs of cells are a change is found once for each pair. */
    private void side(
            VerdictMatrix.Row old, VerdictMatrix.Row fresh, BiConsumer<@Nullable Ruling, @Nullable Ruling> sink) {
        byte[] olds = old.cells();
        byte[] freshes = fresh.cells();
        boolean alike = old.clauses().equals(fresh.clauses()) && old.binding() == fresh.binding();
        Boolean[] pairs = new Boolean[CELLS * CELLS];
        for (int i = next(olds, freshes, 0, alike); i < olds.length; i = next(olds, freshes, i + 1, alike)) {
            int pair = old.cell(i) * CELLS + fresh.cell(i);
            if (pairs[pair] == null) {
                pairs[pair] = changed(new Ruling(before, old, i), new Ruling(after, fresh, i));
            }
            if (pairs[pair]) {
                give(new Ruling(before, old, i), new Ruling(after, fresh, i), sink);
            }
        }
    }

    private static int next(byte[] olds, byte[] freshes, int from, boolean alike) {
        if (!alike) {
            return from;
        }
        int at = Arrays.mismatch(olds, from, olds.length, freshes, from, freshes.length);
        return at < 0 ? olds.length : from + at;
    }

    private void merge(
            VerdictMatrix.@Nullable Row old,
            List<String> olds,
            VerdictMatrix.@Nullable Row fresh,
            List<String> freshes,
            BiConsumer<@Nullable Ruling, @Nullable Ruling> sink) {
        int i = 0;
        int j = 0;
        while (i < olds.size() || j < freshes.size()) {
            int order = order(olds, i, freshes, j);
            Ruling one = order <= 0 && old != null ? new Ruling(before, old, i) : null;
            Ruling other = order >= 0 && fresh != null ? new Ruling(after, fresh, j) : null;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            if (changed(one, other)) {
                give(one, other, sink);
            }
        }
    }

    private void give(
            @Nullable Ruling one, @Nullable Ruling other, BiConsumer<@Nullable Ruling, @Nullable Ruling> sink) {
        if (shown(one) || shown(other)) {
            sink.accept(one, other);
        }
    }

    private List<String> subjects(VerdictMatrix matrix, VerdictMatrix.@Nullable Row row) {
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

    private boolean shown(@Nullable Ruling ruling) {
        return ruling != null
                && filters.ruling(ruling.row(), ruling.index(), ruling.subject().id());
    }
}
