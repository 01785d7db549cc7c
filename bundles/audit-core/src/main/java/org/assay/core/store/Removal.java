package org.assay.core.store;

import java.time.Instant;

/**
 * That what a row stands for was removed; the row stays.
 *
 * @param at when
 * @param because by which rule
 */
public record Removal(Instant at, String because) {}
