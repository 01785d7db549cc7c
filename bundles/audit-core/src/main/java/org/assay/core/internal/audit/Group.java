package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.SubjectSet;

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
record Group(BitmapMatrix matrix, BitmapRow row, Outcome outcome, Severity severity, Set<Integer> cells, long count) {
    /** Gravest first. */
    static final Comparator<Group> ORDER = Comparator.comparing(Group::outcome)
            .thenComparing(Group::severity)
            .thenComparing(group -> group.matrix().regime())
            .thenComparing(group -> group.row().head().requirement());

    /** All groups of a matrix; no set of subjects is read for it. */
    static List<Group> of(BitmapMatrix matrix) {
        List<Group> groups = new ArrayList<>();
        for (BitmapRow row : matrix.rows().values()) {
            groups.addAll(of(matrix, row));
        }
        return groups;
    }

    private static List<Group> of(BitmapMatrix matrix, BitmapRow row) {
        Map<Outcome, Map<Severity, Group>> groups = new EnumMap<>(Outcome.class);
        for (BitmapRow.Count some : row.counts()) {
            Outcome outcome = row.head().outcome(some.cell());
            Severity severity = row.head().severity(some.cell());
            Group one = new Group(matrix, row, outcome, severity, Set.of(some.cell()), some.count());
            groups.computeIfAbsent(outcome, any -> new TreeMap<>()).merge(severity, one, Group::and);
        }
        return groups.values().stream().flatMap(some -> some.values().stream()).toList();
    }

    private Group and(Group other) {
        Set<Integer> both = new TreeSet<>(cells);
        both.addAll(other.cells);
        return new Group(matrix, row, outcome, severity, both, count + other.count);
    }

    /** The subjects with such a verdict. */
    SubjectSet subjects() {
        return row.set(cells::contains);
    }

    Ruling ruling(int subject) {
        return Ruling.of(matrix, row, subject);
    }
}
