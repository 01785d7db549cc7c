package org.assay.rest.internal.call;

import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.consequence.Currency;
import org.assay.engine.facts.Fraction;

/** The currency that a caller wants, with the rates that it gave: nothing is converted without one. */
public final class Rates {
    private static final String CODE = "[A-Z]{3}";

    private Rates() {}

    /** From {@code currency=EUR&rate=USD:0.92}. */
    public static Currency of(Query query) {
        String wanted = query.one("currency").orElse("");
        if (!wanted.isEmpty() && !wanted.matches(CODE)) {
            throw Query.bad("currency", wanted, "write an ISO 4217 code such as EUR");
        }
        Map<String, Fraction> rates = new TreeMap<>();
        for (String rate : query.set("rate")) {
            if (wanted.isEmpty()) {
                throw Query.bad("rate", rate, "say with 'currency' into which currency");
            }
            int colon = rate.indexOf(':');
            String code = colon < 0 ? "" : rate.substring(0, colon);
            if (!code.matches(CODE) || rates.put(code, fraction(rate, rate.substring(colon + 1))) != null) {
                throw Query.bad(
                        "rate", rate, "write each currency once, as in USD:0.92: one of it is so much of " + wanted);
            }
        }
        return new Currency(wanted, rates);
    }

    private static Fraction fraction(String rate, String number) {
        try {
            Fraction fraction = Fraction.parse(number);
            if (fraction.compareTo(Fraction.ZERO) > 0) {
                return fraction;
            }
        } catch (IllegalArgumentException | ArithmeticException none) {
            throw Query.bad("rate", rate, "write a number above 0 after the colon, such as USD:0.92 or USD:23/25");
        }
        throw Query.bad("rate", rate, "write a number above 0 after the colon, such as USD:0.92 or USD:23/25");
    }
}
