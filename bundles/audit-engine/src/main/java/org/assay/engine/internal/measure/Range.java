package org.assay.engine.internal.measure;

import java.time.LocalDate;
import java.util.Set;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.world.Unknown;

/**
 * A least or greatest value over facts of which some are missing: it lies somewhere between two values.
 *
 * @param low it is at least this, a {@link java.time.LocalDate} or a Long
 * @param high it is at most this
 * @param missing the paths of the missing facts, some of them where there are many
 */
public record Range(Comparable<?> low, Comparable<?> high, Set<String> missing) {
    public Range {
        missing = Set.copyOf(missing);
    }

    /**
     * Compares two values of which either may be a range.
     *
     * @return whether the first is less (or, with {@code orEqual}, not greater): a Boolean, or unknown
     */
    public static Object less(Object first, Object second, boolean orEqual) {
        int worst = compare(high(first), low(second));
        if (orEqual ? worst <= 0 : worst < 0) {
            return true;
        }
        int best = compare(low(first), high(second));
        if (orEqual ? best > 0 : best >= 0) {
            return false;
        }
        return Unknown.of(first instanceof Range range ? range.missing() : ((Range) second).missing());
    }

    /** Before every value of the same type. */
    static Comparable<?> lowest(Comparable<?> like) {
        return like instanceof LocalDate ? LocalDate.MIN : (Comparable<?>) Long.MIN_VALUE;
    }

    /** After every value of the same type. */
    static Comparable<?> highest(Comparable<?> like) {
        return like instanceof LocalDate ? LocalDate.MAX : (Comparable<?>) Long.MAX_VALUE;
    }

    private static Object low(Object value) {
        return value instanceof Range range ? range.low() : value;
    }

    private static Object high(Object value) {
        return value instanceof Range range ? range.high() : value;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object first, Object second) {
        return ((Comparable<Object>) first).compareTo(second);
    }

    @Override
    public String toString() {
        return "not after " + (high instanceof LocalDate day ? Days.print(day) : high.toString());
    }
}
