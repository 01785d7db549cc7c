package org.assay.engine.consequence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.assay.engine.facts.Fraction;

/**
 * A range of money, exact.
 *
 * @param currency ISO 4217
 * @param low at least so much, in whole units
 * @param high at most so much
 */
public record Money(String currency, BigInteger low, BigInteger high) {
    public Money {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("a range of money that ends below its beginning");
        }
    }

    /** Both together; of the same currency. */
    public Money plus(Money other) {
        return new Money(currency, low.add(other.low), high.add(other.high));
    }

    /** So many times. */
    public Money times(long count) {
        return new Money(currency, low.multiply(BigInteger.valueOf(count)), high.multiply(BigInteger.valueOf(count)));
    }

    /** From the lesser beginning to the greater end; of the same currency. */
    public Money widen(Money other) {
        return new Money(currency, low.min(other.low), high.max(other.high));
    }

    /** In another currency, the range widened to whole units. */
    public Money at(Fraction rate, String other) {
        return new Money(other, round(low, rate, RoundingMode.FLOOR), round(high, rate, RoundingMode.CEILING));
    }

    private static BigInteger round(BigInteger amount, Fraction rate, RoundingMode mode) {
        return new BigDecimal(amount.multiply(rate.numerator()))
                .divide(new BigDecimal(rate.denominator()), 0, mode)
                .toBigIntegerExact();
    }

    /** {@code EUR 1200..1500}; one number where both ends are the same. */
    @Override
    public String toString() {
        return currency + " " + (low.equals(high) ? low.toString() : low + ".." + high);
    }
}
