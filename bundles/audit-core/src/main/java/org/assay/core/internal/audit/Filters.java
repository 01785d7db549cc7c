package org.assay.core.internal.audit;

import java.util.Set;
import java.util.TreeSet;
import org.assay.core.VerdictFilter;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.CellFilter;
import org.assay.engine.matrix.RowHead;

/** Which rows and cells a filter lets through. */
record Filters(VerdictFilter filter, boolean findingsOnly) {

    boolean regime(String regime) {
        return in(filter.regimes(), regime);
    }

    private boolean row(RowHead head) {
        return (filter.historic() || !head.historic())
                && in(filter.requirements(), head.requirement())
                && in(filter.kinds(), head.subjectKind());
    }

    boolean row(BitmapMatrix matrix, RowHead head) {
        return regime(matrix.regime()) && row(head);
    }

    /** Whether verdicts of a row that is let through are let through themselves, but for their subjects. */
    boolean cell(RowHead head, int cell) {
        return in(filter.outcomes(), head.outcome(cell))
                && in(filter.severities(), head.severity(cell))
                && (!findingsOnly || head.outcome(cell).isFinding());
    }

    boolean anySubject() {
        return filter.subjects().isEmpty();
    }

    /** The same filter for the verdicts under one regime. */
    CellFilter under(String regime) {
        return new CellFilter() {
            @Override
            public boolean row(RowHead head) {
                return regime(regime) && Filters.this.row(head);
            }

            @Override
            public boolean cell(RowHead head, int cell) {
                return Filters.this.cell(head, cell);
            }

            @Override
            public Set<String> subjects() {
                return filter.subjects();
            }
        };
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
