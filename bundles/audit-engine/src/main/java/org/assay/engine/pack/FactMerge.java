package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays one set of plain facts over another: by key, lists of records by their id; any other list replaces. */
final class FactMerge {
    private FactMerge() {}

    static Map<String, Object> over(Map<String, Object> base, Map<String, Object> upper) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        upper.forEach((key, value) -> merged.merge(key, value, FactMerge::value));
        return merged;
    }

    private static Object value(Object below, Object above) {
        if (below instanceof Map<?, ?> lower && above instanceof Map<?, ?> upper) {
            return over(named(lower), named(upper));
        }
        if (below instanceof List<?> lower && above instanceof List<?> upper && records(lower) && records(upper)) {
            return byId(lower, upper);
        }
        return above;
    }

    private static boolean records(List<?> items) {
        return !items.isEmpty() && items.stream().allMatch(item -> id(item) != null);
    }

    /** The id of a record; a country's is its code. Null for what is no record with an id. */
    private static @Nullable Object id(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return null;
        }
        return map.containsKey("id") ? map.get("id") : map.get("code");
    }

    private static List<Object> byId(List<?> lower, List<?> upper) {
        Map<Object, Object> merged = new LinkedHashMap<>();
        for (Object item : lower) {
            merged.put(Objects.requireNonNull(id(item)), item);
        }
        for (Object item : upper) {
            merged.merge(Objects.requireNonNull(id(item)), item, FactMerge::value);
        }
        return new ArrayList<>(merged.values());
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put((String) key, value));
        return named;
    }
}
