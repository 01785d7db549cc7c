package org.assay.engine.eval;

import java.util.List;
import java.util.Map;

/**
 * One measure with its groups, as a person reads it.
 *
 * @param name the measure's name
 * @param function {@code share}, {@code count}, {@code min} …
 * @param groups one where the measure is not grouped
 */
public record MeasureView(String name, String function, List<Group> groups) {
    public MeasureView {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param key its keys; empty where the measure is not grouped
     * @param empty whether nothing belongs to it
     * @param values by weight (or {@code value}; of shares by key {@code distinct}, {@code keys}, and by weight {@code
     *     count.largest} and {@code count.hhi}): exact, such as {@code 7/20}, or an interval {@code 1/3..2/5}
     * @param swaps by weight: the fewest components to replace so that the share is no more than 7/20; only for shares
     *     that are exactly known
     */
    public record Group(List<String> key, boolean empty, Map<String, String> values, Map<String, Integer> swaps) {
        public Group {
            key = List.copyOf(key);
            values = Map.copyOf(values);
            swaps = Map.copyOf(swaps);
        }
    }
}
