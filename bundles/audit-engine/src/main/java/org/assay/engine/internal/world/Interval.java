package org.assay.engine.internal.world;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.facts.Fraction;

/**
 * A part of a whole over facts of which some may be missing. Exact, save that ends whose denominators have more than 512 bits
 * (chains of some seventy holdings) are rounded outwards, to 256.
 *
 * @param low it is at least this, from 0
 * @param high it is at most this
 * @param missing the paths of facts that leave it open, some of them where there are many
 */
public record Interval(Fraction low, Fraction high, Set<String> missing) {
    static final Interval NOTHING = exactly(Fraction.ZERO);
    static final Interval ALL = exactly(Fraction.ONE);

    private static final int MAX_MISSING = 20;
    private static final int MAX_BITS = 512;
    private static final BigInteger GRID = BigInteger.ONE.shiftLeft(256);

    public Interval {
        low = low.denominator().bitLength() > MAX_BITS ? rounded(low, false) : low;
        high = high.denominator().bitLength() > MAX_BITS ? rounded(high, true) : high;
        missing = Set.copyOf(missing);
    }

    static Interval exactly(Fraction value) {
        return new Interval(value, value, Set.of());
    }

    /** Anything from nothing to all of it, because of a missing fact. */
    static Interval open(String path) {
        return new Interval(Fraction.ZERO, Fraction.ONE, Set.of(path));
    }

    /** How large its numbers are. */
    int bits() {
        return low.denominator().bitLength() + high.denominator().bitLength();
    }

    boolean isNothing() {
        return high.numerator().signum() == 0;
    }

    /** No more than the whole. */
    Interval atMostAll() {
        return new Interval(least(low, Fraction.ONE), least(high, Fraction.ONE), missing);
    }

    /** Whether it is more than a limit: a Boolean, or unknown. */
    Object over(Fraction limit) {
        if (low.compareTo(limit) > 0) {
            return true;
        }
        return high.compareTo(limit) <= 0 ? (Object) false : Unknown.of(missing);
    }

    static Fraction least(Fraction first, Fraction second) {
        return first.compareTo(second) <= 0 ? first : second;
    }

    static Fraction minus(Fraction from, Fraction taken) {
        return from.plus(taken.times(Fraction.of(-1, 1)));
    }

    /** Some of the paths: more would tell nothing new. */
    static Set<String> some(Collection<String> paths) {
        Set<String> some = new TreeSet<>();
        new TreeSet<>(paths).stream().limit(MAX_MISSING).forEach(some::add);
        return some;
    }

    private static Fraction rounded(Fraction exact, boolean up) {
        BigInteger[] parts = exact.numerator().multiply(GRID).divideAndRemainder(exact.denominator());
        boolean next = up && parts[1].signum() != 0;
        return new Fraction(next ? parts[0].add(BigInteger.ONE) : parts[0], GRID);
    }
}
