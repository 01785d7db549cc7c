package org.assay.core.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.NetworkRows;
import org.assay.core.store.Removal;
import org.assay.core.store.SnapshotRow;

/** Rows about networks and snapshots, in memory. */
final class MemoryNetworks implements NetworkRows {
    private final Map<String, NetworkRow> networkRows = new TreeMap<>();
    private final List<SnapshotRow> snapshotRows = new ArrayList<>();

    MemoryNetworks copy() {
        MemoryNetworks copy = new MemoryNetworks();
        copy.networkRows.putAll(networkRows);
        copy.snapshotRows.addAll(snapshotRows);
        return copy;
    }

    @Override
    public List<NetworkRow> page(String after, int limit) {
        return networkRows.values().stream()
                .filter(row -> after == null || row.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public long count() {
        return networkRows.size();
    }

    @Override
    public Optional<NetworkRow> find(String id) {
        return Optional.ofNullable(networkRows.get(id));
    }

    @Override
    public Optional<NetworkRow> lock(String id) {
        return find(id);
    }

    @Override
    public void put(NetworkRow row) {
        networkRows.put(row.id(), row);
    }

    @Override
    public void addSnapshot(SnapshotRow row) {
        snapshotRows.add(0, row);
    }

    void removeSnapshot(String network, long number, Removal removal) {
        snapshotRows.replaceAll(
                row -> row.network().equals(network) && row.number() == number ? without(row, removal) : row);
    }

    private static SnapshotRow without(SnapshotRow row, Removal removal) {
        return new SnapshotRow(
                row.network(),
                row.number(),
                row.digest(),
                row.facts(),
                row.recordedAt(),
                row.recordedBy(),
                row.records(),
                removal);
    }

    boolean isNamed(String blob) {
        return snapshotRows.stream()
                .anyMatch(row -> row.removed() == null && row.facts().equals(blob));
    }

    private Optional<SnapshotRow> newest(String network, Predicate<SnapshotRow> wanted) {
        return snapshotRows.stream()
                .filter(row -> row.network().equals(network))
                .filter(wanted)
                .findFirst();
    }

    @Override
    public Optional<SnapshotRow> knownAt(String network, Instant moment) {
        return newest(network, row -> !row.recordedAt().isAfter(moment));
    }

    @Override
    public Optional<SnapshotRow> byDigest(String network, String digest) {
        return newest(network, row -> row.digest().equals(digest));
    }

    @Override
    public Optional<SnapshotRow> byDigest(String network, String digest, Instant moment) {
        return newest(
                network, row -> row.digest().equals(digest) && !row.recordedAt().isAfter(moment));
    }

    @Override
    public Optional<SnapshotRow> next(String network, long number) {
        return snapshotRows.stream()
                .filter(row -> row.network().equals(network) && row.number() > number)
                .min(Comparator.comparing(SnapshotRow::number));
    }

    @Override
    public List<SnapshotRow> snapshots(String network, Long before, int limit) {
        return snapshotRows.stream()
                .filter(row -> row.network().equals(network) && (before == null || row.number() < before))
                .limit(limit)
                .toList();
    }

    @Override
    public long countSnapshots(String network) {
        return snapshots(network, null, Integer.MAX_VALUE).size();
    }
}
