package org.assay.bench.run;

import java.util.Locale;

/**
 * One figure, printed as one line of JSON.
 *
 * @param figure its name
 * @param n how many components
 * @param value the value
 * @param unit of the value
 * @param vs with what it is compared; empty if with nothing
 * @param ratio how many times as good as that (of times and sizes: how many times as large)
 */
public record Figure(String figure, long n, double value, String unit, String vs, double ratio) {

    /** A figure that stands for itself. */
    public static Figure of(String figure, long n, double value, String unit) {
        return new Figure(figure, n, value, unit, "", 0);
    }

    /** Prints it to standard output. */
    public void print() {
        System.out.println(this);
    }

    @Override
    public String toString() {
        String plain =
                "{\"figure\":\"%s\",\"n\":%d,\"value\":%s,\"unit\":\"%s\"".formatted(figure, n, number(value), unit);
        return vs.isEmpty() ? plain + "}" : plain + ",\"vs\":\"%s\",\"ratio\":%s}".formatted(vs, number(ratio));
    }

    /** Four digits that count, never an exponent. */
    private static String number(double value) {
        int digits = value == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%." + Math.min(digits, 9) + "f", value);
    }
}
