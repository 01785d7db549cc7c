package org.assay.store.internal.backup;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Predicate;
import org.assay.store.internal.blob.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a column.
 *
 * @param text for people
 * @param fits whether a value is so; null stands for none
 */
record Said(String text, Predicate<@Nullable String> fits) {
    /** Databases round moments, each in its way; the ledger has them as they were given. */
    private static final Duration ROUNDED = Duration.ofMillis(1);

    static final Said NOTHING = is(null);

    static Said is(@Nullable String value) {
        return new Said(value == null ? "nothing" : value, found -> Objects.equals(value, found) || near(value, found));
    }

    /** An address, of which the ledger names only the host. */
    static Said host(String host) {
        return new Said(
                host,
                found -> found != null
                        && host.equals(String.valueOf(URI.create(found).getHost())));
    }

    /** A text of which the ledger has only the digest. */
    static Said digested(String digest) {
        return new Said(digest, found -> found != null && digest.equals(digest(found)));
    }

    private static String digest(String text) {
        return "sha256:" + HexFormat.of().formatHex(Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    Said or(Said other) {
        return new Said(text + " or " + other.text, fits.or(other.fits));
    }

    private static boolean near(@Nullable String one, @Nullable String other) {
        Instant first = instant(one);
        Instant second = instant(other);
        return first != null
                && second != null
                && Duration.between(first, second).abs().compareTo(ROUNDED) < 0;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null || !text.endsWith("Z") ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
