package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows about networks and snapshots. */
public interface NetworkRows {

    /** Networks by id. */
    List<NetworkRow> page(@Nullable String after, int limit);

    /** How many networks there are. */
    long count();

    /** One network. */
    Optional<NetworkRow> find(String id);

    /** As {@link #find}, and holds the row until the transaction ends: a network's snapshots are added one by one. */
    Optional<NetworkRow> lock(String id);

    /** Inserts or replaces. */
    void put(NetworkRow row);

    /** Keeps a new snapshot. */
    void addSnapshot(SnapshotRow row);

    /** The newest snapshot. */
    default Optional<SnapshotRow> latest(String network) {
        return snapshots(network, null, 1).stream().findFirst();
    }

    /** The snapshot of a number. */
    default Optional<SnapshotRow> numbered(String network, long number) {
        return snapshots(network, number + 1, 1).stream()
                .filter(row -> row.number() == number)
                .findFirst();
    }

    /** The newest snapshot that was recorded then or before. */
    Optional<SnapshotRow> knownAt(String network, Instant moment);

    /** The newest snapshot of that digest that was recorded at a moment or before it. */
    Optional<SnapshotRow> byDigest(String network, String digest, Instant moment);

    /** The newest snapshot of that digest. */
    Optional<SnapshotRow> byDigest(String network, String digest);

    /** The oldest snapshot above a number. */
    Optional<SnapshotRow> next(String network, long number);

    /** Snapshots, newest first. */
    List<SnapshotRow> snapshots(String network, @Nullable Long before, int limit);

    /** How many snapshots a network has. */
    long countSnapshots(String network);
}
