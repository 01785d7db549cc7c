package org.assay.engine.columns;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.assay.engine.facts.FactTable;

/**
 * Which records of two tables differ, told from their columns without making a record: codes are held against each other, and
 * each value once. Costs a few nanoseconds for each record and column.
 *
 * @param removed the rows of the first whose ids the second has not, rising
 * @param added the rows of the second whose ids the first has not, rising
 * @param changed the rows of the second that are there in both, and otherwise, rising
 */
@SuppressWarnings("ArrayRecordComponent")
public record TableDifference(int[] removed, int[] added, int[] changed) {
    private static final int NONE = -1;

    /** What differs; empty where one of them is not kept as columns, or their records have other fields. */
    public static Optional<TableDifference> between(FactTable before, FactTable after) {
        boolean alike = before instanceof ColumnTable one
                && after instanceof ColumnTable other
                && one.layout().type().equals(other.layout().type());
        return alike ? Optional.of(between((ColumnTable) before, (ColumnTable) after)) : Optional.empty();
    }

    private static TableDifference between(ColumnTable before, ColumnTable after) {
        int[] pairs = new int[after.rows()];
        BitSet removed = new BitSet(before.rows());
        pair(before.ids().pool(), after.ids().pool(), pairs, removed);
        BitSet added = new BitSet(pairs.length);
        BitSet changed = new BitSet(pairs.length);
        for (int row = 0; row < pairs.length; row++) {
            added.set(row, pairs[row] == NONE);
        }
        for (Layout.Leaf leaf : after.layout().leaves()) {
            if (after.column(leaf) instanceof StoredColumn now && before.column(leaf) instanceof StoredColumn then) {
                compare(then, now, pairs, changed);
            }
        }
        return new TableDifference(
                removed.stream().toArray(),
                added.stream().toArray(),
                changed.stream().toArray());
    }

    /** Finds for each row of the second that of the first; ids stand in order on both sides. */
    private static void pair(Pool before, Pool after, int[] pairs, BitSet removed) {
        int then = 0;
        for (int now = 0; now < pairs.length; now++) {
            int order = NONE;
            while (then < before.size() && (order = compare(before, then, after, now)) < 0) {
                removed.set(then++);
            }
            boolean same = then < before.size() && order == 0;
            pairs[now] = same ? then++ : NONE;
        }
        removed.set(then, before.size());
    }

    private static int compare(Pool one, int number, Pool other, int otherNumber) {
        return Arrays.compare(
                one.bytes(),
                one.ends()[number],
                one.ends()[number + 1],
                other.bytes(),
                other.ends()[otherNumber],
                other.ends()[otherNumber + 1]);
    }

    /** A value has one code within a column, so of two columns each code has at most one partner. */
    private static void compare(StoredColumn before, StoredColumn after, int[] pairs, BitSet changed) {
        if (before.distinct() == 1 && after.distinct() == 1) {
            return;
        }
        int[] partners = new int[after.distinct()];
        Arrays.fill(partners, NONE);
        partners[0] = 0;
        for (int row = 0; row < pairs.length; row++) {
            if (pairs[row] == NONE) {
                continue;
            }
            int now = after.code(row);
            int then = before.code(pairs[row]);
            if (partners[now] == NONE && then != 0 && compare(before.pool(), then - 1, after.pool(), now - 1) == 0) {
                partners[now] = then;
            }
            if (partners[now] != then) {
                changed.set(row);
            }
        }
    }
}
