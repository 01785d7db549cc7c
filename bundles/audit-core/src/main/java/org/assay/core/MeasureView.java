package org.assay.core;

import java.util.List;
import java.util.Map;

/**
 * A network-wide aggregate as an audit computed it.
 *
 * @param regime the regime's id
 * @param name the measure's name
 * @param function {@code count}, {@code share}, {@code shares}, {@code min}, {@code max} or {@code any}
 * @param groups one for each group of components; one without keys where the measure is not grouped
 */
public record MeasureView(String regime, String name, String function, List<Group> groups) {
    public MeasureView {
        groups = List.copyOf(groups);
    }

    /**
     * A group's values.
     *
     * @param key its keys; empty where the measure is not grouped
     * @param empty whether nothing belongs to it
     * @param values by weight ({@code count}, {@code busyHourTraffic}, …; {@code value} for min, max and any): exact, such
     *     as {@code 7/20}, or an interval {@code 1/3..2/5} where facts are missing
     * @param swaps by weight: the fewest components to replace so that the share is no more than 7/20; only for shares
     *     that are exactly known
     */
    public record Group(List<String> key, boolean empty, Map<String, String> values, Map<String, Integer> swaps) {
        public Group {
            key = List.copyOf(key);
            values = Texts.copy(values);
            swaps = Texts.copy(swaps);
        }
    }
}
