package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict of a rule that holds where one group alone makes it hold, whichever does; or, turned round, that fails so.
 *
 * @param inverted whether it is turned round
 * @param holds by group of the rule, by class: whether it makes it hold
 */
record Terms(boolean inverted, List<boolean[]> holds) {

    /** That of a cell of a rule; null if it is of another form. */
    static @Nullable Terms of(RuleTable table, int cell) {
        Terms plain = of(table, cell, false);
        return plain != null ? plain : of(table, cell, true);
    }

    private static @Nullable Terms of(RuleTable table, int cell, boolean inverted) {
        List<boolean[]> holds = new ArrayList<>();
        for (int count : table.counts()) {
            boolean[] all = new boolean[count];
            Arrays.fill(all, true);
            holds.add(all);
        }
        for (int i = 0; i < table.cells().length; i++) {
            if (((table.cells()[i] & 0xFF) == cell) == inverted) {
                int left = i;
                for (int group = 0; group < holds.size(); group++) {
                    holds.get(group)[left % table.counts()[group]] = false;
                    left /= table.counts()[group];
                }
            }
        }
        for (int i = 0; i < table.cells().length; i++) {
            if (((table.cells()[i] & 0xFF) == cell) != inverted && !any(table, holds, i)) {
                return null;
            }
        }
        return new Terms(inverted, holds);
    }

    private static boolean any(RuleTable table, List<boolean[]> holds, int entry) {
        int left = entry;
        for (int group = 0; group < holds.size(); group++) {
            if (holds.get(group)[left % table.counts()[group]]) {
                return true;
            }
            left /= table.counts()[group];
        }
        return false;
    }
}
