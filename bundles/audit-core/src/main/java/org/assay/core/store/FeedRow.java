package org.assay.core.store;

import java.time.Instant;

/**
 * A secret that opens the calendar of one network.
 *
 * @param network the network's id
 * @param name its name, once in the network
 * @param hash of its secret
 * @param createdAt when it was made
 * @param createdBy by whom
 */
public record FeedRow(String network, String name, String hash, Instant createdAt, String createdBy) {}
