package org.assay.core.store;

import java.time.Instant;

/**
 * A network.
 *
 * @param id its id
 * @param name its name
 * @param country its country's code
 * @param revision counted up with every change
 * @param changedAt when it was changed
 * @param changedBy by whom
 */
public record NetworkRow(String id, String name, String country, long revision, Instant changedAt, String changedBy) {}
