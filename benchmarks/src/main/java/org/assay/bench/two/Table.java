package org.assay.bench.two;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.assay.bench.inventory.Unit;

/**
 * A column by hand: a number for each component, and for each number the bits of the rules that its value alone makes hold.
 *
 * @param codes by component
 * @param bits by number
 * @param firsts a component with the value, by number
 */
record Table(char[] codes, long[] bits, List<Unit> firsts) {

    static Table of(Unit[] units, Function<Unit, Object> value, ToLongFunction<Unit> rules) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<Unit> firsts = new ArrayList<>();
        char[] codes = new char[units.length];
        for (int i = 0; i < units.length; i++) {
            Integer known = numbers.putIfAbsent(value.apply(units[i]), numbers.size());
            if (known == null) {
                firsts.add(units[i]);
            }
            codes[i] = (char) (known == null ? firsts.size() - 1 : known);
        }
        if (firsts.size() > Character.MAX_VALUE) {
            throw new IllegalStateException("too many values for a column by hand");
        }
        return new Table(codes, firsts.stream().mapToLong(rules).toArray(), List.copyOf(firsts));
    }

    /** For each number the earliest of some days, after every other where there is none. */
    int[] earliest(Function<Unit, int[]> days) {
        return firsts.stream()
                .mapToInt(unit -> Arrays.stream(days.apply(unit)).min().orElse(Integer.MAX_VALUE))
                .toArray();
    }

    /** What holds for a component by its value alone. */
    long at(int component) {
        return bits[codes[component]];
    }
}
