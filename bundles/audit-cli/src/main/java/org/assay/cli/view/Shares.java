package org.assay.cli.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exact shares as people read them. Stateless. */
final class Shares {
    private static final Pattern FRACTION = Pattern.compile("(\\d+)(?:/(\\d+))?");
    /** A longer fraction tells a reader nothing that its percentage does not. */
    private static final int LONGEST = 9;

    private Shares() {}

    /**
     * A fraction with its percentage, cut off after the second place: {@code 7/20 = 35 %}. One that goes on is marked, so that
     * nothing above a limit looks equal to it.
     *
     * @param share such as {@code 7/20}; anything else is given back
     */
    static String percent(String share) {
        Matcher parts = FRACTION.matcher(share);
        if (!parts.matches() || "0".equals(parts.group(2))) {
            return share;
        }
        BigDecimal over = new BigDecimal(parts.group(2) == null ? "1" : parts.group(2));
        BigDecimal hundredfold = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(100));
        BigDecimal cut = hundredfold.divide(over, 2, RoundingMode.DOWN);
        boolean exact = cut.multiply(over).compareTo(hundredfold) == 0;
        String percent = cut.stripTrailingZeros().toPlainString() + (exact ? " %" : "… %");
        return share.length() > LONGEST ? percent : share + " = " + percent;
    }
}
