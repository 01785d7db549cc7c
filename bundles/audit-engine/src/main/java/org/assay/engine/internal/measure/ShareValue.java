package org.assay.engine.internal.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.assay.engine.facts.Fraction;
import org.assay.engine.internal.world.Interval;
import org.assay.engine.internal.world.Unknown;

/**
 * A share over facts of which some may be missing.
 *
 * @param low it is at least this
 * @param high it is at most this
 * @param missing the paths of the missing facts, some of them where there are many
 * @param parts the weights of the parts that match, of the largest share those of each key; only of use
 *     where the share is exact
 * @param whole the sum of all weights
 */
public record ShareValue(Fraction low, Fraction high, Set<String> missing, List<Parts> parts, BigInteger whole) {
    public ShareValue {
        missing = Set.copyOf(missing);
        parts = List.copyOf(parts);
    }

    /** What somebody holds of somebody: has no parts that could be replaced. */
    public static ShareValue of(Interval interest) {
        return new ShareValue(interest.low(), interest.high(), interest.missing(), List.of(), BigInteger.ZERO);
    }

    /** Whether it is more than a limit: a Boolean, or unknown where the limit lies inside. */
    public Object over(Fraction limit) {
        if (low.compareTo(limit) > 0) {
            return true;
        }
        return high.compareTo(limit) <= 0 ? (Object) false : Unknown.of(missing);
    }

    /** Whether it is at least a limit: a Boolean, or unknown. */
    public Object reaches(Fraction limit) {
        if (low.compareTo(limit) >= 0) {
            return true;
        }
        return high.compareTo(limit) < 0 ? (Object) false : Unknown.of(missing);
    }

    /** The fewest parts to replace by others of the same weight so that it is not over a limit: a Long, or unknown. */
    public Object swapsTo(Fraction limit) {
        if (!low.equals(high)) {
            return Unknown.of(missing);
        }
        return parts.stream().mapToLong(some -> some.swaps(limit, whole)).sum();
    }

    /** {@code 35 % (7/20)}, or {@code between 33.33 % (1/3) and 40 % (2/5)}. */
    @Override
    public String toString() {
        return low.equals(high) ? print(low) : "between " + print(low) + " and " + print(high);
    }

    /** {@code 7/20}, or {@code 1/3..2/5}. */
    public String exact() {
        return low.equals(high) ? low.toString() : low + ".." + high;
    }

    private static String print(Fraction share) {
        BigDecimal percent = new BigDecimal(share.numerator().multiply(BigInteger.valueOf(100)))
                .divide(new BigDecimal(share.denominator()), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        boolean exact = percent.multiply(new BigDecimal(share.denominator()))
                        .compareTo(new BigDecimal(share.numerator().multiply(BigInteger.valueOf(100))))
                == 0;
        return (exact ? "" : "about ") + percent.toPlainString() + " % (" + share + ")";
    }
}
