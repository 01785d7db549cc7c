package org.assay.core;

import java.time.Instant;

/**
 * A step in a pack's life.
 *
 * @param number counted up in the whole store
 * @param regime the regime's id
 * @param version the pack's version
 * @param digest the pack's digest
 * @param what the step
 * @param who who took it
 * @param at when
 */
public record PackEvent(long number, String regime, String version, String digest, Step what, String who, Instant at) {

    /** What happened. */
    public enum Step {
        STAGED,
        APPROVED,
        PLANNED,
        CANCELLED,
        /** A planned activation could not be done when its moment came. */
        FAILED,
        ACTIVATED,
        SUPERSEDED,
        ROLLED_BACK,
        REJECTED
    }
}
