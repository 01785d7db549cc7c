package org.assay.core.store;

import java.time.Instant;

/**
 * A step in a pack's life.
 *
 * @param number given by the store; 0 in what is added
 * @param regime the regime
 * @param version the pack's version
 * @param digest the pack's digest
 * @param step the step
 * @param who who took it
 * @param at when
 */
public record PackEventRow(
        long number, String regime, String version, String digest, String step, String who, Instant at) {}
