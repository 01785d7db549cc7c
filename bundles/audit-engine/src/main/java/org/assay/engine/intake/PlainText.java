package org.assay.engine.intake;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Looks after texts: their Unicode form NFC, their length, signs that no text of a document may have. */
final class PlainText {
    private final FaultLog faults;
    private final Limits limits;

    PlainText(FaultLog faults, Limits limits) {
        this.faults = faults;
        this.limits = limits;
    }

    /** The text as it is kept; null, with a fault put down, if it cannot be. */
    @Nullable
    String normal(String text, Place place) {
        if (isPlainAscii(text) && text.length() <= limits.textLength()) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            if (isRefused(text, i)) {
                String sign = String.format("U+%04X", (int) text.charAt(i));
                faults.add(
                        "bad-character",
                        "the sign " + sign + " at character " + (i + 1) + " of the text is no part of a text",
                        place,
                        "take it out");
                return null;
            }
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (normal.length() > limits.textLength()) {
            faults.add(
                    "too-long",
                    "a text of " + normal.length() + " characters",
                    place,
                    "texts have at most " + limits.textLength() + " characters");
            return null;
        }
        return normal;
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign > '~') {
                return false;
            }
        }
        return true;
    }

    /** Half of a surrogate pair, a control sign that is no tab or end of line, or one that turns the direction of writing. */
    private static boolean isRefused(String text, int index) {
        char sign = text.charAt(index);
        if (Character.isHighSurrogate(sign)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        } else if (Character.isLowSurrogate(sign)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return Character.isISOControl(sign) && sign != '\t' && sign != '\n' && sign != '\r' || turns(sign);
    }

    /** What follows such a sign may be shown in another order than it stands in. */
    private static boolean turns(char sign) {
        return sign >= '\u202A' && sign <= '\u202E'
                || sign >= '\u2066' && sign <= '\u2069'
                || sign == '\u200E'
                || sign == '\u200F';
    }
}
