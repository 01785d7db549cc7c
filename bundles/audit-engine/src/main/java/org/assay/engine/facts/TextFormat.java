package org.assay.engine.facts;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a text must look like beyond being a text. */
public enum TextFormat {
    /** Anything. */
    PLAIN("", "any text"),
    /** A SHA-256, written {@code sha256:} and 64 lower-case hex digits once it is read. */
    SHA256("(sha256:)?[0-9A-Fa-f]{64}", "a SHA-256: 'sha256:' and 64 hex digits"),
    /** The name of a time zone of the IANA data base. */
    TIME_ZONE("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", "an IANA time zone such as Europe/Berlin"),
    /** Degrees, exact. */
    DEGREES("-?[0-9]{1,3}(\\.[0-9]{1,12})?", "decimal degrees such as 48.137"),
    /** ISO 3166-1 alpha-2. */
    COUNTRY("[A-Z]{2}", "an ISO 3166-1 alpha-2 country code such as DE"),
    /** ISO 4217. */
    CURRENCY("[A-Z]{3}", "an ISO 4217 currency code such as EUR"),
    /** The id of a network, which is also part of addresses. */
    NETWORK_ID("[a-z][a-z0-9-]{1,62}", "2 to 63 of a-z, 0-9 and '-', a letter first"),
    /** A network function; one that is not in the vocabulary is taken as it is written. */
    FUNCTION(".*", "the name of a network function");

    private final Pattern pattern;
    private final String expected;

    TextFormat(String regex, String expected) {
        this.pattern = Pattern.compile(regex);
        this.expected = expected;
    }

    /** What is expected, for an error message. */
    public String expected() {
        return expected;
    }

    /** The regular expression that the whole text must match as it is written in a document; empty for any text. */
    public String regex() {
        return pattern.pattern();
    }

    /** Whether a text of a document has this form. */
    public boolean accepts(String text) {
        return this == PLAIN || this == FUNCTION || pattern.matcher(text).matches();
    }

    /** The one way in which an accepted text is kept. */
    public String normal(String text) {
        if (this == FUNCTION) {
            return FunctionNames.core().canonical(text).orElse(text);
        } else if (this != SHA256) {
            return text;
        }
        String digits = text.toLowerCase(Locale.ROOT);
        return digits.startsWith("sha256:") ? digits : "sha256:" + digits;
    }
}
