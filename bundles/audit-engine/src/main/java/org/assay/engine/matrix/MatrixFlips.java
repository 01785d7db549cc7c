package org.assay.engine.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.api.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What changes from one matrix to another: the flips of an impact preview, or the difference of two audits. A verdict has changed if
 * its outcome or its code has, or if it is in one matrix only. Both may be of different editions of a pack (requirements are
 * matched by id) and of different snapshots (subjects are matched by id). Where subjects are the same, it costs a few operations
 * on sets for each requirement, and nothing for each subject. Immutable and thread-safe.
 *
 * @param rows by requirement; only those under which something changed
 */
public record MatrixFlips(List<RowFlips> rows) {
    public MatrixFlips {
        rows = List.copyOf(rows);
    }

    /**
     * From which outcome to which.
     *
     * @param from null where there was no verdict
     * @param to null where there is none any more
     */
    public record Sort(@Nullable Outcome from, @Nullable Outcome to) {}

    /** All changes between two matrices. */
    public static MatrixFlips between(BitmapMatrix before, BitmapMatrix after) {
        return between(before, after, CellFilter.ALL, Alignment::of);
    }

    /**
     * The changes of wanted verdicts: those that are wanted as they were before, or as they are after. A requirement of which
     * no verdict is wanted counts as one that is not there.
     *
     * @param alignments asked where subjects differ; whoever compares often keeps them
     */
    public static MatrixFlips between(
            BitmapMatrix before, BitmapMatrix after, CellFilter filter, Alignment.Source alignments) {
        RowPairs pairs = new RowPairs(before, after, filter, alignments);
        TreeSet<String> requirements = new TreeSet<>(before.rows().keySet());
        requirements.addAll(after.rows().keySet());
        List<RowFlips> rows = new ArrayList<>();
        for (String requirement : requirements) {
            for (RowFlips row : pairs.compare(requirement)) {
                if (!row.changed().isEmpty()) {
                    rows.add(row);
                }
            }
        }
        return new MatrixFlips(rows);
    }

    /** How many verdicts changed. */
    public long size() {
        return rows.stream().mapToLong(row -> row.changed().size()).sum();
    }

    /** How many verdicts went from which outcome to which, under all requirements. */
    public SortedMap<Sort, Long> counts() {
        SortedMap<Sort, Long> counts = new TreeMap<>(Comparator.comparing(Sort::toString));
        for (RowFlips row : rows) {
            row.flips().forEach(flip -> counts.merge(new Sort(flip.from(), flip.to()), (long) flip.count(), Long::sum));
        }
        return counts;
    }
}
