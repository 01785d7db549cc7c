package org.assay.core;

import java.util.Map;

/** An idempotency key was used before for another request: 409. */
public final class IdempotencyConflictException extends ProblemException {

    /**
     * Makes one.
     *
     * @param key the key
     */
    public IdempotencyConflictException(String key) {
        super(
                "idempotency-key-reused",
                "the idempotency key '" + key + "' was used for another request",
                "use a new key for each new request",
                Map.of());
    }
}
