package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.assay.engine.facts.Fraction;

/** The weights of parts that may be replaced, each on its own. Immutable and thread-safe. */
public final class Parts {
    private final long[] weights;
    private final long ones;
    private final BigInteger single;

    /**
     * Some parts.
     *
     * @param weights their weights, in any order, each at least 0
     * @param ones how many more there are, of weight 1
     */
    Parts(long[] weights, long ones) {
        this(weights.clone(), ones, BigInteger.ZERO);
    }

    private Parts(long[] weights, long ones, BigInteger single) {
        this.weights = weights;
        this.ones = ones;
        this.single = single;
    }

    /** One part, of any weight. */
    public static Parts of(BigInteger single) {
        return new Parts(new long[0], 0, single);
    }

    /** The fewest of them to take away, largest first, so that the rest is not over a limit, which is at least 0, of a whole. */
    long swaps(Fraction limit, BigInteger whole) {
        BigInteger allowed = whole.multiply(limit.numerator());
        if (allowed.signum() < 0) {
            throw new IllegalArgumentException("no share is as small as " + limit);
        }
        return single.signum() == 0 ? fewest(allowed, limit) : isOver(single, allowed, limit) ? 1 : 0;
    }

    private long fewest(BigInteger allowed, Fraction limit) {
        long[] sorted = weights.clone();
        Arrays.sort(sorted);
        BigInteger rest = sum();
        long swaps = 0;
        int at = sorted.length - 1;
        for (; at >= 0 && sorted[at] > 1 && isOver(rest, allowed, limit); at--) {
            rest = rest.subtract(BigInteger.valueOf(sorted[at]));
            swaps++;
        }
        if (!isOver(rest, allowed, limit)) {
            return swaps;
        }
        // What is left are ones, and perhaps parts without weight, which need not be taken
        return swaps + rest.subtract(allowed.divide(limit.denominator())).longValueExact();
    }

    private static boolean isOver(BigInteger rest, BigInteger allowed, Fraction limit) {
        return rest.multiply(limit.denominator()).compareTo(allowed) > 0;
    }

    private BigInteger sum() {
        Sum sum = new Sum();
        sum.add(new Crowd.Load(weights, ones, List.of(), 0));
        return sum.total();
    }
}
