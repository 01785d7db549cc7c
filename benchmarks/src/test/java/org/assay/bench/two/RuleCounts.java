package org.assay.bench.two;

import java.util.ArrayList;
import java.util.List;

/** For how many components each rule holds. */
final class RuleCounts {
    private RuleCounts() {}

    static List<Integer> of(long[] masks) {
        List<Integer> counts = new ArrayList<>();
        for (int rule = 0; rule < TwoValued.RULES; rule++) {
            int count = 0;
            for (long mask : masks) {
                count += (int) (mask >> rule & 1);
            }
            counts.add(count);
        }
        return counts;
    }
}
