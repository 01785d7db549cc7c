package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.eval.VerdictMatrix;

/**
 * The verdicts of one requirement that have one outcome and one severity: the unit in which lists are filtered, counted
 * and sorted, so that no verdict is touched that is not shown.
 *
 * @param matrix where they stand
 * @param row the requirement's row in it
 * @param outcome their outcome
 * @param severity their severity
 * @param cells the cells that mean this
 * @param count how many subjects have such a cell
 */
record Group(
        VerdictMatrix matrix, VerdictMatrix.Row row, Outcome outcome, Severity severity, BitSet cells, long count) {
    /** Gravest first. */
    static final Comparator<Group> ORDER = Comparator.comparing(Group::outcome)
            .thenComparing(Group::severity)
            .thenComparing(group -> group.matrix().regime())
            .thenComparing(group -> group.row().requirement());

    private static final int CELLS = 256;

    /** All groups of a matrix. */
    static List<Group> of(VerdictMatrix matrix) {
        List<Group> groups = new ArrayList<>();
        for (VerdictMatrix.Row row : matrix.rows().values()) {
            groups.addAll(of(matrix, row));
        }
        return groups;
    }

    private static List<Group> of(VerdictMatrix matrix, VerdictMatrix.Row row) {
        long[] counts = new long[CELLS];
        int[] example = new int[CELLS];
        for (int subject = 0; subject < row.cells().length; subject++) {
            counts[row.cell(subject)]++;
            example[row.cell(subject)] = subject;
        }
        Map<Outcome, Map<Severity, Group>> groups = new EnumMap<>(Outcome.class);
        for (int cell = 0; cell < CELLS; cell++) {
            if (counts[cell] > 0) {
                BitSet cells = new BitSet(CELLS);
                cells.set(cell);
                Group one = new Group(
                        matrix, row, row.outcome(example[cell]), row.severity(example[cell]), cells, counts[cell]);
                groups.computeIfAbsent(one.outcome(), outcome -> new TreeMap<>())
                        .merge(one.severity(), one, Group::and);
            }
        }
        return groups.values().stream().flatMap(some -> some.values().stream()).toList();
    }

    private Group and(Group other) {
        BitSet both = (BitSet) cells.clone();
        both.or(other.cells);
        return new Group(matrix, row, outcome, severity, both, count + other.count);
    }

    /** Whether a subject's verdict is one of these. */
    boolean has(int subject) {
        return cells.get(row.cell(subject));
    }

    Ruling ruling(int subject) {
        return new Ruling(matrix, row, subject);
    }
}
