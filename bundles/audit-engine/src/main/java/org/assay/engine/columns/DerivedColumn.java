package org.assay.engine.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactRecord;
import org.jspecify.annotations.Nullable;

/** A column whose codes follow from those of others. Immutable. */
final class DerivedColumn implements FactColumn {
    private final Codes codes;
    private final List<Object> values;

    private DerivedColumn(Codes codes, List<Object> values) {
        this.codes = codes;
        this.values = List.copyOf(values);
    }

    /** What a function makes of each value of a column; null is missing. */
    static FactColumn of(FactColumn base, Function<Object, @Nullable Object> part) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<Object> values = new ArrayList<>();
        int[] fresh = new int[base.distinct()];
        for (int code = 1; code < fresh.length; code++) {
            Object whole = base.value(code);
            Object value = whole == null ? null : part.apply(whole);
            if (value != null) {
                fresh[code] = numbers.computeIfAbsent(value, some -> {
                    values.add(some);
                    return values.size();
                });
            }
        }
        Codes.Growing codes = new Codes.Growing();
        for (int row = 0; row < base.rows(); row++) {
            codes.add(fresh[base.code(row)]);
        }
        return new DerivedColumn(codes.done(), values);
    }

    /** The record whose fields are columns, and one more that says whether it is there without any. */
    static FactColumn of(Layout.Group group, List<FactColumn> parts) {
        Map<Tuple, Integer> numbers = new HashMap<>();
        List<Object> values = new ArrayList<>();
        Codes.Growing codes = new Codes.Growing();
        int rows = parts.get(0).rows();
        int[] tuple = new int[parts.size()];
        for (int row = 0; row < rows; row++) {
            boolean any = false;
            for (int i = 0; i < tuple.length; i++) {
                tuple[i] = parts.get(i).code(row);
                any |= tuple[i] != MISSING;
            }
            codes.add(any ? number(new Tuple(tuple), numbers, values, group, parts) : MISSING);
        }
        return new DerivedColumn(codes.done(), values);
    }

    private static int number(
            Tuple probe, Map<Tuple, Integer> numbers, List<Object> values, Layout.Group group, List<FactColumn> parts) {
        Integer known = numbers.get(probe);
        if (known == null) {
            values.add(record(probe.codes(), group, parts));
            known = values.size();
            numbers.put(new Tuple(probe.codes().clone()), known);
        }
        return known;
    }

    private static FactRecord record(int[] codes, Layout.Group group, List<FactColumn> parts) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < group.leaves().size(); i++) {
            Object value = parts.get(i).value(codes[i]);
            if (value != null) {
                values.put(group.leaves().get(i).name(), value);
            }
        }
        return new FactRecord(group.type(), values);
    }

    /** Codes that are compared one by one. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Tuple(int[] codes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tuple tuple && Arrays.equals(codes, tuple.codes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codes);
        }
    }

    @Override
    public int rows() {
        return codes.rows();
    }

    @Override
    public int code(int row) {
        return codes.get(row);
    }

    @Override
    public int distinct() {
        return values.size() + 1;
    }

    @Override
    public @Nullable Object value(int code) {
        return code == MISSING ? null : values.get(code - 1);
    }
}
