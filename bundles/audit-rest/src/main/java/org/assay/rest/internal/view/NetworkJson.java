package org.assay.rest.internal.view;

import org.assay.core.NetworkView;
import org.jspecify.annotations.Nullable;

/** A network as the API writes it. */
public record NetworkJson(
        String id,
        String name,
        String country,
        String changedAt,
        String changedBy,
        @Nullable SnapshotJson latestSnapshot) {

    /** From what core knows. */
    public static NetworkJson of(NetworkView network) {
        return new NetworkJson(
                network.id(),
                network.name(),
                network.country(),
                network.changedAt().toString(),
                network.changedBy(),
                network.latest() == null ? null : SnapshotJson.of(network.latest()));
    }
}
