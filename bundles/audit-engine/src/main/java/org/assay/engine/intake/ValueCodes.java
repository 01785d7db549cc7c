package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.assay.engine.columns.Dictionary;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.columns.ValueBytes;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactValueException;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.TextFormat;
import org.jspecify.annotations.Nullable;

/** Codes of single values. A value that is known already is not looked at twice. For one thread at a time. */
final class ValueCodes {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final int LONGEST_ID = 128;
    private static final String ID_SIGNS = "._:@+-";

    private final TableBuilder table;
    private final Limits limits;
    private final Settled settled;
    private final byte[] signs;

    ValueCodes(TableBuilder table, Limits limits, Settled settled) {
        this.table = table;
        this.limits = limits;
        this.settled = settled;
        this.signs = new byte[Math.max(LONGEST_ID, limits.textLength())];
    }

    boolean isSettled(Layout.Leaf leaf, int code) {
        return settled.is(leaf.index(), code);
    }

    /** The code that says that a record is there, but empty. */
    int there(Layout.Leaf leaf) {
        return table.dictionary(leaf.index()).add(TRUE);
    }

    /** The code of a number or boolean; 0 if there is something about it. */
    int bare(JsonParser parser, Layout.Leaf leaf) throws IOException {
        FieldDef field = leaf.field();
        JsonToken token = parser.currentToken();
        Dictionary values = table.dictionary(leaf.index());
        if (field != null && field.type() instanceof FactType.Bool) {
            return token == JsonToken.VALUE_TRUE
                    ? values.add(TRUE)
                    : token == JsonToken.VALUE_FALSE ? values.add(FALSE) : 0;
        }
        if (token != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return 0;
        }
        long number = parser.getLongValue();
        return number < 0 || number > FactValues.MAX_INT ? 0 : digits(number, values);
    }

    private int digits(long number, Dictionary values) {
        int at = signs.length;
        long left = number;
        do {
            signs[--at] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        return values.add(signs, at, signs.length);
    }

    /** The code of a text; 0 if there is something about it. */
    int text(JsonParser parser, Layout.Leaf leaf) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return 0;
        }
        int length = parser.getTextLength();
        if (!plain(parser.getTextCharacters(), parser.getTextOffset(), length, signs, 0)) {
            return fresh(parser.getText(), leaf);
        }
        Dictionary values = table.dictionary(leaf.index());
        if (isFree(leaf, length)) {
            return values.add(signs, 0, length);
        }
        int code = values.find(signs, 0, length);
        return code != 0 ? code : fresh(parser.getText(), leaf);
    }

    /** Whether the signs just read are a value whatever they are. */
    private boolean isFree(Layout.Leaf leaf, int length) {
        FieldDef field = leaf.field();
        if (field == null || field.format() != TextFormat.PLAIN || length > limits.textLength()) {
            return false;
        }
        return field.type() instanceof FactType.Text
                || field.type() instanceof FactType.Id && length > 0 && length <= LONGEST_ID && isId(length);
    }

    private boolean isId(int length) {
        for (int i = 0; i < length; i++) {
            int sign = signs[i];
            boolean letter = sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9';
            if (!letter && (i == 0 || ID_SIGNS.indexOf(sign) < 0)) {
                return false;
            }
        }
        return true;
    }

    /** Copies signs that stand for themselves in JSON; false if others are among them, or if there are too many. */
    static boolean plain(char[] from, int start, int length, byte[] to, int at) {
        if (length > to.length - at) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char sign = from[start + i];
            if (sign < ' ' || sign > '~' || sign == '"' || sign == '\\') {
                return false;
            }
            to[at + i] = (byte) sign;
        }
        return true;
    }

    private int fresh(String text, Layout.Leaf leaf) {
        Object value = value(text, leaf.field());
        return value == null ? 0 : table.dictionary(leaf.index()).add(ValueBytes.of(leaf, value));
    }

    /** The value of a text that is seen for the first time; null if there is something about it. */
    private @Nullable Object value(String text, @Nullable FieldDef field) {
        String normal = new PlainText(new FaultLog(Integer.MAX_VALUE), limits).normal(text, Chunk.NOWHERE);
        try {
            return field == null || normal == null ? null : FactValues.scalar(field, field.type(), normal);
        } catch (FactValueException e) {
            return null;
        }
    }
}
