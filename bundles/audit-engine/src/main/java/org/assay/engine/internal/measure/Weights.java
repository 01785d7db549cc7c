package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.Arrays;

/** Weights of which each is kept. Not thread-safe. */
final class Weights {
    private long[] some = {};
    private int count;
    private long ones;

    void add(Crowd.Load load) {
        ones += load.ones();
        long[] more = load.weights();
        if (count + more.length > some.length) {
            some = Arrays.copyOf(some, Math.max(count + more.length, count + (count >> 1)));
        }
        System.arraycopy(more, 0, some, count, more.length);
        count += more.length;
    }

    BigInteger sum() {
        Sum sum = new Sum();
        sum.add(ones);
        for (int i = 0; i < count; i++) {
            sum.add(some[i]);
        }
        return sum.total();
    }

    BigInteger squares() {
        BigInteger squares = BigInteger.valueOf(ones);
        for (int i = 0; i < count; i++) {
            BigInteger weight = BigInteger.valueOf(some[i]);
            squares = squares.add(weight.multiply(weight));
        }
        return squares;
    }

    /** The greatest of them; 0 if there are none. */
    long greatest() {
        long greatest = ones > 0 ? 1 : 0;
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, some[i]);
        }
        return greatest;
    }

    /** All of them, the least first, those of 1 that were only counted left out. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(some, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many were only counted, each of 1. */
    long ones() {
        return ones;
    }

    Parts parts() {
        return new Parts(Arrays.copyOf(some, count), ones);
    }
}
