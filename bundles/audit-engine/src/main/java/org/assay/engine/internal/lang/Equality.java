package org.assay.engine.internal.lang;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.internal.measure.Range;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.Unknown;

/** Equality in three values: a record that is missing may be any record. */
final class Equality {
    private Equality() {}

    /** Whether two values are the same: a Boolean, or unknown. Records are the same if they have the same id. */
    static Object equal(Object first, Object second) {
        Set<String> missing = new TreeSet<>();
        note(first, missing);
        note(second, missing);
        if (!missing.isEmpty()) {
            return Unknown.of(missing);
        }
        if (first instanceof Range || second instanceof Range) {
            return sameInRange(first, second);
        }
        return number(first).equals(number(second));
    }

    /** The other truth. */
    static Object not(Object truth) {
        return truth instanceof Boolean known ? !known : truth;
    }

    /** Whether a value is in a list: true if any is equal, else unknown if any may be. */
    static Object in(Object value, Collection<?> list) {
        Set<String> missing = new TreeSet<>();
        for (Object element : list) {
            Object equal = equal(value, element);
            if (Boolean.TRUE.equals(equal)) {
                return true;
            }
            Unknown.paths(equal).ifPresent(missing::addAll);
        }
        return missing.isEmpty() ? (Object) false : Unknown.of(missing);
    }

    private static Object sameInRange(Object first, Object second) {
        Object notAfter = Range.less(first, second, true);
        Object notBefore = Range.less(second, first, true);
        boolean differ = Boolean.FALSE.equals(notAfter) || Boolean.FALSE.equals(notBefore);
        return differ
                ? (Object) false
                : first instanceof Range range ? Unknown.of(range.missing()) : Unknown.of(((Range) second).missing());
    }

    private static void note(Object value, Set<String> missing) {
        if (value instanceof FactView view) {
            view.missing().ifPresent(missing::add);
        } else if (value instanceof Unknown unknown) {
            missing.addAll(unknown.paths());
        } else if (value instanceof List<?> list) {
            list.forEach(element -> note(element, missing));
        }
    }

    private static Object number(Object value) {
        return value instanceof Integer small ? (Object) small.longValue() : value;
    }
}
