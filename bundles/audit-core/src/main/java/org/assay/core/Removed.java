package org.assay.core;

import java.time.Instant;

/**
 * That facts or verdicts were removed, as the rule for how long things are kept wants it. What pinned them stays.
 *
 * @param at when
 * @param because by which rule
 */
public record Removed(Instant at, String because) {}
