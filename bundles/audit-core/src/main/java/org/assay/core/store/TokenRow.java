package org.assay.core.store;

import java.time.Instant;

/**
 * A token.
 *
 * @param name its name
 * @param hash of its secret
 * @param createdAt when it was made
 * @param createdBy by whom
 */
public record TokenRow(String name, String hash, Instant createdAt, String createdBy) {}
