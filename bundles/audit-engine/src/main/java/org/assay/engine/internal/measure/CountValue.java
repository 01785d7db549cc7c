package org.assay.engine.internal.measure;

import java.util.Set;
import org.assay.engine.internal.world.Unknown;

/**
 * A count over facts of which some may be missing.
 *
 * @param low it is at least this
 * @param high it is at most this
 * @param missing the paths of the missing facts, some of them where there are many
 */
public record CountValue(long low, long high, Set<String> missing) {
    public CountValue {
        missing = Set.copyOf(missing);
    }

    /** Whether it is more than a number: a Boolean, or unknown where the number lies inside. */
    public Object over(long limit) {
        return low > limit ? (Object) true : high <= limit ? (Object) false : Unknown.of(missing);
    }

    /** Whether it is at least a number: a Boolean, or unknown. */
    public Object reaches(long limit) {
        return over(limit - 1);
    }

    /** {@code 12}, or {@code between 10 and 12}. */
    @Override
    public String toString() {
        return low == high ? Long.toString(low) : "between " + low + " and " + high;
    }
}
