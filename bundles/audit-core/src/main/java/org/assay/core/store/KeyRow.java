package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that packs may be signed with. A row is never removed, so that a key that was revoked stays so.
 *
 * @param id its id
 * @param publicKey as PEM
 * @param label for people
 * @param regimes the regimes that it may sign for, as patterns
 * @param from its signature counts from this moment on
 * @param until and no longer from this one on; null for no end
 * @param addedAt when it came
 * @param addedBy the name of a token, or the folder that brought it
 * @param revocation null if it was not revoked
 */
public record KeyRow(
        String id,
        String publicKey,
        String label,
        List<String> regimes,
        Instant from,
        @Nullable Instant until,
        Instant addedAt,
        String addedBy,
        @Nullable Revocation revocation) {
    public KeyRow {
        regimes = List.copyOf(regimes);
    }

    /**
     * That a key was taken back.
     *
     * @param at when
     * @param by by whom
     * @param reason why
     */
    public record Revocation(Instant at, String by, String reason) {}

    /** The same key, taken back. */
    public KeyRow revoked(Revocation how) {
        return new KeyRow(id, publicKey, label, regimes, from, until, addedAt, addedBy, how);
    }
}
