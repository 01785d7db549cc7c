package org.assay.core.store;

import java.time.Instant;

/**
 * A regime.
 *
 * @param id its id
 * @param installed whether it is installed
 * @param changedAt when that became so
 * @param changedBy by whom
 */
public record RegimeRow(String id, boolean installed, Instant changedAt, String changedBy) {}
