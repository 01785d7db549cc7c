package org.assay.rest.internal.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Signs that a terminal obeys rather than shows: escape sequences and changes of the writing direction. In JSON they are
 * written as escapes, so that text of a document does nothing where an answer is printed.
 */
public final class Obeyed extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;

    private final int[] ascii;

    Obeyed() {
        ascii = standardAsciiEscapesForJSON();
        ascii[DELETE] = ESCAPE_STANDARD;
    }

    /** Whether a terminal obeys the sign; a line break and a tab are shown. */
    public static boolean by(int sign) {
        boolean control = Character.isISOControl(sign) && sign != '\n' && sign != '\r' && sign != '\t';
        return control || turns(sign);
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int sign) {
        boolean breaks = sign == '\u2028' || sign == '\u2029';
        return by(sign) || breaks ? new SerializedString(String.format("\\u%04X", sign)) : null;
    }

    private static boolean turns(int sign) {
        return sign == '\u061C'
                || sign >= '\u200E' && sign <= '\u200F'
                || sign >= '\u202A' && sign <= '\u202E'
                || sign >= '\u2066' && sign <= '\u2069';
    }
}
