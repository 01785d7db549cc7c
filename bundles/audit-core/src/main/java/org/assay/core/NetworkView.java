package org.assay.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A network.
 *
 * @param id its id
 * @param name its name, free text
 * @param country its country's code
 * @param revision counted up with every change of these three; what {@code If-Match} compares
 * @param changedAt when
 * @param changedBy by whom
 * @param latest its newest snapshot; null if it has none
 */
public record NetworkView(
        String id,
        String name,
        String country,
        long revision,
        Instant changedAt,
        String changedBy,
        @Nullable SnapshotView latest) {}
