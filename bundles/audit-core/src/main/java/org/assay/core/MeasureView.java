package org.assay.core;

import java.util.List;
import java.util.Map;

/**
 * A network-wide aggregate as an audit computed it. Shares are exact fractions such as {@code 7/20}.
 *
 * @param regime the regime's id
 * @param name the measure's name
 * @param function {@code count}, {@code share}, {@code shares}, {@code min}, {@code max} or {@code any}
 * @param groups one for each group of components; one without keys where the measure has no {@code per}
 */
public record MeasureView(String regime, String name, String function, List<Group> groups) {
    public MeasureView {
        groups = List.copyOf(groups);
    }

    /**
     * A group's values.
     *
     * @param key the group's key by expression; empty where the measure has no {@code per}
     * @param values one for each weight
     */
    public record Group(Map<String, String> key, List<Value> values) {
        public Group {
            key = Texts.copy(key);
            values = List.copyOf(values);
        }
    }

    /**
     * A value by one weight: an interval, whose ends are equal where nothing is missing.
     *
     * @param by the weight: {@code count}, {@code sites}, {@code busyHourTraffic}, …; empty for min, max and any
     * @param low the least that it can be, as text
     * @param high the most that it can be
     * @param of the size of the whole by this weight, as text; empty where that is not known or does not apply
     */
    public record Value(String by, String low, String high, String of) {}
}
