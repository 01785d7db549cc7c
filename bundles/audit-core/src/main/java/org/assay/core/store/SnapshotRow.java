package org.assay.core.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot.
 *
 * @param network its network
 * @param number counted from 1
 * @param digest the digest of its facts
 * @param facts the blob of its facts
 * @param recordedAt when it was recorded
 * @param recordedBy by whom
 * @param records how many records by kind, as JSON
 * @param removed that its facts were removed; null if they were not
 */
public record SnapshotRow(
        String network,
        long number,
        String digest,
        String facts,
        Instant recordedAt,
        String recordedBy,
        String records,
        @Nullable Removal removed) {}
