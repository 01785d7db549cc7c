package org.assay.core.internal.audit;

import java.util.Set;
import java.util.TreeSet;
import org.assay.core.VerdictFilter;
import org.assay.engine.eval.VerdictMatrix;

/** Which rows and groups a filter lets through. */
record Filters(VerdictFilter filter, boolean findingsOnly) {

    boolean row(VerdictMatrix matrix, VerdictMatrix.Row row) {
        return (filter.historic() || !row.historic())
                && in(filter.regimes(), matrix.regime())
                && in(filter.requirements(), row.requirement())
                && in(filter.kinds(), row.subjectKind());
    }

    boolean group(Group group) {
        return row(group.matrix(), group.row())
                && in(filter.outcomes(), group.outcome())
                && in(filter.severities(), group.severity())
                && (!findingsOnly || group.outcome().isFinding());
    }

    boolean subject(String id) {
        return in(filter.subjects(), id);
    }

    /** Whether a verdict of a row that is let through is let through itself. */
    boolean ruling(VerdictMatrix.Row row, int index, String id) {
        return subject(id) && in(filter.outcomes(), row.outcome(index)) && in(filter.severities(), row.severity(index));
    }

    boolean anySubject() {
        return filter.subjects().isEmpty();
    }

    private static <T> boolean in(Set<T> wanted, T some) {
        return wanted.isEmpty() || wanted.contains(some);
    }

    /** Everything that tells this filter from others, in an order of its own: that of a set may change. */
    Object[] key() {
        return new Object[] {
            new TreeSet<>(filter.regimes()),
            new TreeSet<>(filter.requirements()),
            new TreeSet<>(filter.kinds()),
            new TreeSet<>(filter.subjects()),
            new TreeSet<>(filter.outcomes()),
            new TreeSet<>(filter.severities()),
            filter.historic(),
            findingsOnly
        };
    }
}
