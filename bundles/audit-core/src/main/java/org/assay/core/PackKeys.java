package org.assay.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that packs may be signed with. Those in the distribution's folder are added when they are seen there first; what
 * goes from the folder stays known, and what was revoked stays revoked.
 */
public interface PackKeys {

    /** All keys that are known, by id, revoked ones too. */
    List<KeyView> list();

    /**
     * Adds a key, or changes the terms of one that is known.
     *
     * @param who the name of the caller's token
     * @throws ConflictException {@code key-revoked} if it was revoked
     * @throws org.assay.engine.fault.FaultException if key, regimes or days are none
     */
    Added add(NewKey key, String who);

    /**
     * Takes a key back, for good: nothing that it signed is taken or activated any more. Packs that are active stay so.
     *
     * @param reason why, for people
     * @param who the name of the caller's token
     * @throws NotFoundException {@code unknown-key}
     * @throws ConflictException {@code key-revoked} if it was already
     * @throws org.assay.engine.fault.FaultException if there is no reason
     */
    KeyView revoke(String id, String reason, String who);

    /**
     * What is asked for.
     *
     * @param publicKey an Ed25519 key in X.509 form, as PEM
     * @param label for people; may be empty
     * @param regimes the regimes that it may sign for: ids, in which {@code *} stands for any characters
     * @param from its signature counts from this moment on; null for now
     * @param until and no longer from this one on; null for no end
     */
    record NewKey(
            String publicKey, String label, List<String> regimes, @Nullable Instant from, @Nullable Instant until) {
        public NewKey {
            regimes = List.copyOf(regimes);
        }
    }

    /**
     * A key and whether it is new.
     *
     * @param key the key
     * @param isNew false if it was known, perhaps with other terms
     */
    record Added(KeyView key, boolean isNew) {}

    /** Whether a key's signature counts now. */
    enum State {
        VALID,
        NOT_YET,
        EXPIRED,
        REVOKED
    }

    /**
     * A key.
     *
     * @param id the first 32 hex digits of SHA-256 over its X.509 form
     * @param publicKey as PEM
     * @param label for people; may be empty
     * @param regimes the regimes that it may sign for
     * @param from its signature counts from this moment on
     * @param until and no longer from this one on; null for no end
     * @param state whether it counts now
     * @param addedAt when it came
     * @param addedBy the name of a token, or the folder that brought it
     * @param revokedAt when it was revoked; null if it was not
     * @param revokedBy by whom
     * @param reason why
     */
    record KeyView(
            String id,
            String publicKey,
            String label,
            List<String> regimes,
            Instant from,
            @Nullable Instant until,
            State state,
            Instant addedAt,
            String addedBy,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable String reason) {
        public KeyView {
            regimes = List.copyOf(regimes);
        }
    }
}
