package org.assay.core;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a network's facts.
 *
 * @param network the network's id
 * @param number counted from 1 in its network
 * @param digest {@code sha256:} and 64 hex digits; the same facts have the same digest
 * @param recordedAt when it was recorded: {@code knownAt}
 * @param recordedBy by whom
 * @param records how many records it has, by kind ({@code component}, {@code supplier}, …)
 * @param removed that its facts were removed; null if they were not
 */
public record SnapshotView(
        String network,
        long number,
        String digest,
        Instant recordedAt,
        String recordedBy,
        Map<String, Integer> records,
        @Nullable Removed removed) {
    public SnapshotView {
        records = Texts.copy(records);
    }
}
