package org.assay.engine.internal.measure;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> open = new TreeSet<>(first instanceof Range range ? range.missing() : Set.of());
        open.addAll(second instanceof Range range ? range.missing() : Set.of());
        return Unknown.of(open);
    }

    /** Before every value of the same type. */
    static Comparable<?> lowest(Comparable<?> like) {
        return like instanceof LocalDate ? LocalDate.MIN : (Comparable<?>) Long.MIN_VALUE;
    }

    /** After every value of the same type. */
    static Comparable<?> highest(Comparable<?> like) {
        return like instanceof LocalDate ? LocalDate.MAX : (Comparable<?>) Long.MAX_VALUE;
    }

    /** What lies between two values; the value itself where they are the same. */
    public static Object of(Comparable<?> low, Comparable<?> high, Set<String> missing) {
        return low.equals(high) ? low : new Range(low, high, missing);
    }

    /** The least that a value may be. */
    public static Object low(Object value) {
        return value instanceof Range range ? range.low() : value;
    }

    /** The greatest that a value may be. */
    public static Object high(Object value) {
        return value instanceof Range range ? range.high() : value;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object first, Object second) {
        return ((Comparable<Object>) first).compareTo(second);
    }

    /** {@code not before 2026-01-01}, {@code not after 2026-01-31}, or {@code between 2026-01-01 and 2026-01-31}. */
    @Override
    public String toString() {
        if (low.equals(lowest(low))) {
            return "not after " + print(high);
        }
        return high.equals(highest(high))
                ? "not before " + print(low)
                : "between " + print(low) + " and " + print(high);
    }

    private static String print(Object end) {
        return end instanceof LocalDate day ? Days.print(day) : end.toString();
    }
}
