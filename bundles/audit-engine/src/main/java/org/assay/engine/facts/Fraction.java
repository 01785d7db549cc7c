package org.assay.engine.facts;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms; never a floating-point number.
 *
 * @param numerator the part
 * @param denominator the whole, greater than 0
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    /** Nothing of it. */
    public static final Fraction ZERO = of(0, 1);

    /** All of it. */
    public static final Fraction ONE = of(1, 1);

    private static final int MAX_LENGTH = 40;

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a fraction needs a denominator above 0");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    /** The fraction {@code numerator/denominator}. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Reads {@code 7/20}, {@code 0.35} or {@code 35%}.
     *
     * @throws IllegalArgumentException if the text is none of these, or longer than 40 characters
     */
    public static Fraction parse(String text) {
        if (text.length() > MAX_LENGTH || !text.matches("-?[0-9]+(/[0-9]+|(\\.[0-9]+)?%?)")) {
            throw new IllegalArgumentException("'" + text + "' is no share: write 7/20, 0.35 or 35%");
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            return new Fraction(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
        }
        boolean percent = text.endsWith("%");
        BigDecimal value = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
        BigInteger whole = BigInteger.TEN.pow(value.scale() + (percent ? 2 : 0));
        return new Fraction(value.unscaledValue(), whole);
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 7/20}; a whole number without a slash. {@link #parse} reads it back. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
