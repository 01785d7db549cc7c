package org.assay.engine.dsse;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assay.engine.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A key, and what its signature counts for. Immutable.
 *
 * @param key the public key
 * @param regimes the regimes whose packs it may sign: ids, in which {@code *} stands for any characters
 * @param from its signature counts from this moment on
 * @param until and no longer from this one on; null for no end
 * @param revoked whether it was taken back; null if not
 */
public record TrustedKey(
        PublicKey key, List<String> regimes, Instant from, @Nullable Instant until, @Nullable Revocation revoked) {
    private static final Pattern REGIMES = Pattern.compile("[a-z0-9*-]{1,63}");

    public TrustedKey {
        regimes = List.copyOf(regimes);
    }

    /**
     * A key was taken back: nothing that it signed is taken any more.
     *
     * @param at when
     * @param reason why
     */
    public record Revocation(Instant at, String reason) {}

    /** A key that may sign for every regime at any time. */
    public static TrustedKey unlimited(PublicKey key) {
        return new TrustedKey(key, List.of("*"), Instant.EPOCH, null, null);
    }

    /** Whether a text names regimes as keys do: an id, or a part of one with {@code *}. */
    public static boolean isPattern(String text) {
        return REGIMES.matcher(text).matches();
    }

    /** The key's name. */
    public String id() {
        return Keys.id(key);
    }

    /** Why what it signed is not taken at a moment; empty if it is. */
    public Optional<Fault> refusal(Instant now) {
        if (revoked != null) {
            return refuse(
                    "key-revoked",
                    "was revoked on " + revoked.at() + ": " + revoked.reason(),
                    "Have the pack signed with another key");
        }
        if (now.isBefore(from)) {
            return refuse("key-not-yet-valid", "counts from " + from + " on", "Wait, or have it signed with another");
        }
        if (until != null && !now.isBefore(until)) {
            return refuse("key-expired", "counted until " + until, "Have the pack signed with a current key");
        }
        return Optional.empty();
    }

    /** Why it may not sign for a regime; empty if it may. */
    public Optional<Fault> refusal(String regime) {
        if (regimes.stream().anyMatch(pattern -> matches(pattern, regime))) {
            return Optional.empty();
        }
        return refuse(
                "key-wrong-regime",
                "may sign for " + String.join(", ", regimes) + ", not for " + regime,
                "Have the pack signed with a key for that regime");
    }

    private static boolean matches(String pattern, String regime) {
        String expression = Pattern.compile("\\*")
                .splitAsStream(pattern + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return (regime + " ").matches(expression);
    }

    private Optional<Fault> refuse(String code, String why, String hint) {
        return Optional.of(
                new Fault(code, "the pack is signed with the key " + id() + ", which " + why, "", 0, 0, hint));
    }
}
