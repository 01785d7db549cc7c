package org.assay.engine.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns plain values, as a document has them, into values of a type. Stateless. Lists and records are the caller's, who
 * knows where their parts stand.
 */
public final class FactValues {
    /** The largest whole number of a document: beyond it readers of JSON disagree. */
    public static final long MAX_INT = (1L << 53) - 1;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,127}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private FactValues() {}

    /** Whether a text may be the id of a record. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * One value that is neither list nor record.
     *
     * @param field the field, for its format
     * @param type the type of the value: the field's, or that of the elements of its list
     * @param plain a Boolean, Long or String; a value that is typed already is given back
     * @throws FactValueException if it does not fit
     */
    public static Object scalar(FieldDef field, FactType type, Object plain) throws FactValueException {
        if (type instanceof FactType.Bool) {
            return expect(plain instanceof Boolean, plain, "true or false");
        } else if (type instanceof FactType.Int) {
            return whole(plain);
        } else if (type instanceof FactType.Date) {
            return plain instanceof LocalDate
                    ? plain
                    : date(text(plain, "a date as text: \"2026-01-31\" or \"never\""));
        } else if (type instanceof FactType.Share) {
            return plain instanceof Fraction
                    ? plain
                    : share(text(plain, "a share as text: \"7/20\", \"0.35\" or \"35%\""));
        } else if (type instanceof FactType.OneOf oneOf) {
            return word(oneOf.values(), text(plain, "one of " + String.join(", ", oneOf.values())));
        } else if (type instanceof FactType.Text) {
            return formatted(field.format(), text(plain, "a text"));
        } else if (type instanceof FactType.Id) {
            return formatted(field.format(), id(text(plain, "an id as text")));
        } else if (type instanceof FactType.Ref ref) {
            String expected = "the id of a record of kind " + ref.kind().word() + ", as text";
            TextFormat format = ref.kind() == Kind.COUNTRY ? TextFormat.COUNTRY : TextFormat.PLAIN;
            return formatted(format, id(text(plain, expected)));
        }
        throw new IllegalArgumentException(FactTypes.print(type) + " is no scalar type");
    }

    private static Object expect(boolean fits, Object plain, String expected) throws FactValueException {
        if (!fits) {
            throw new FactValueException(
                    "wrong-type", describe(plain) + " where " + expected + " is due", "write " + expected);
        }
        return plain;
    }

    private static String text(Object plain, String expected) throws FactValueException {
        return (String) expect(plain instanceof String, plain, expected);
    }

    private static Object whole(Object plain) throws FactValueException {
        long value = (Long) expect(plain instanceof Long, plain, "a whole number");
        if (value < 0) {
            throw new FactValueException(
                    "negative-number", value + " is below 0", "counts and amounts are whole numbers from 0");
        }
        if (value > MAX_INT) {
            throw new FactValueException(
                    "number-too-large", value + " is beyond 2^53", "whole numbers lie below 9007199254740992");
        }
        return plain;
    }

    private static LocalDate date(String text) throws FactValueException {
        if (text.equals("never")) {
            return Days.NEVER;
        }
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // There is no such day: answered below, like any other text that is no date
        }
        throw new FactValueException(
                "bad-date", quote(text) + " is no date", "write a day as 2026-01-31, or \"never\"");
    }

    private static Fraction share(String text) throws FactValueException {
        try {
            Fraction share = Fraction.parse(text);
            if (share.compareTo(Fraction.ZERO) >= 0 && share.compareTo(Fraction.ONE) <= 0) {
                return share;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, like a number that is no part of a whole
        }
        throw new FactValueException(
                "bad-share",
                quote(text) + " is no share",
                "write a share between 0 and 1 as \"7/20\", \"0.35\" or \"35%\"");
    }

    private static String word(List<String> words, String text) throws FactValueException {
        int index = words.indexOf(text);
        if (index < 0) {
            String near = Nearest.of(text, words)
                    .map(word -> "did you mean '" + word + "'? ")
                    .orElse("");
            throw new FactValueException(
                    "unknown-value",
                    quote(text) + " is not among the values of this field",
                    near + "It is one of " + String.join(", ", words));
        }
        return words.get(index);
    }

    private static String id(String text) throws FactValueException {
        if (!isId(text)) {
            throw new FactValueException(
                    "bad-id",
                    quote(text) + " is no id",
                    "an id has 1 to 128 of the signs A-Z a-z 0-9 . _ : @ + -, a letter or digit first");
        }
        return text;
    }

    private static String formatted(TextFormat format, String text) throws FactValueException {
        if (!format.accepts(text)) {
            throw new FactValueException(
                    "bad-format", quote(text) + " is not " + format.expected(), "write " + format.expected());
        }
        return format.normal(text);
    }

    private static String describe(Object plain) {
        if (plain instanceof String text) {
            return "the text " + quote(text);
        } else if (plain instanceof Long || plain instanceof Boolean) {
            return (plain instanceof Long ? "the number " : "the value ") + plain;
        }
        return plain instanceof List ? "a list" : "an object";
    }

    /** A text in quotes for a message: cut after 60 characters, without signs that steer a terminal. */
    public static String quote(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return "'" + shown.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "\uFFFD") + "'";
    }
}
