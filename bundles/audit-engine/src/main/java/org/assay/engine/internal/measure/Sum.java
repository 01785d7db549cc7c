package org.assay.engine.internal.measure;

import java.math.BigInteger;

/** A sum of weights, each at least 0, that never overflows. Not thread-safe. */
final class Sum {
    private static final long LOW = 0xFFFF_FFFFL;

    private long high;
    private long low;

    void add(long weight) {
        high += weight >>> Integer.SIZE;
        low += weight & LOW;
    }

    void add(Crowd.Load load) {
        low += load.ones();
        for (long weight : load.weights()) {
            add(weight);
        }
    }

    BigInteger total() {
        return BigInteger.valueOf(high).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low));
    }
}
