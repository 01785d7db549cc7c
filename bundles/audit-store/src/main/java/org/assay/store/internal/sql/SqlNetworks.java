package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.NetworkRows;
import org.assay.core.store.SnapshotRow;
import org.jspecify.annotations.Nullable;

/** The tables {@code network} and {@code snapshot}. */
record SqlNetworks(Sql sql) implements NetworkRows {

    @Override
    public List<NetworkRow> page(@Nullable String after, int limit) {
        return sql.list(
                "select * from network where id > ? order by id limit ?",
                SqlNetworks::network,
                after == null ? "" : after,
                limit);
    }

    @Override
    public long count() {
        return sql.count("select count(*) from network");
    }

    @Override
    public Optional<NetworkRow> find(String id) {
        return sql.first("select * from network where id = ?", SqlNetworks::network, id);
    }

    @Override
    public Optional<NetworkRow> lock(String id) {
        return sql.first("select * from network where id = ? for update", SqlNetworks::network, id);
    }

    @Override
    public void put(NetworkRow row) {
        int changed = sql.change(
                "update network set name = ?, country = ?, revision = ?, changed_at = ?, changed_by = ? where id = ?",
                row.name(),
                row.country(),
                row.revision(),
                row.changedAt(),
                row.changedBy(),
                row.id());
        if (changed == 0) {
            sql.change(
                    "insert into network (name, country, revision, changed_at, changed_by, id)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    row.name(),
                    row.country(),
                    row.revision(),
                    row.changedAt(),
                    row.changedBy(),
                    row.id());
        }
    }

    @Override
    public void addSnapshot(SnapshotRow row) {
        sql.change(
                "insert into snapshot (network, snapshot_number, digest, facts, recorded_at, recorded_by, records)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                row.network(),
                row.number(),
                row.digest(),
                row.facts(),
                row.recordedAt(),
                row.recordedBy(),
                row.records());
    }

    @Override
    public Optional<SnapshotRow> knownAt(String network, Instant moment) {
        return sql.first(
                "select * from snapshot where network = ? and recorded_at <= ? order by snapshot_number desc limit 1",
                SqlNetworks::snapshot,
                network,
                moment);
    }

    @Override
    public Optional<SnapshotRow> byDigest(String network, String digest) {
        return sql.first(
                "select * from snapshot where network = ? and digest = ? order by snapshot_number desc limit 1",
                SqlNetworks::snapshot,
                network,
                digest);
    }

    @Override
    public Optional<SnapshotRow> byDigest(String network, String digest, Instant moment) {
        return sql.first(
                "select * from snapshot where network = ? and digest = ? and recorded_at <= ?"
                        + " order by snapshot_number desc limit 1",
                SqlNetworks::snapshot,
                network,
                digest,
                moment);
    }

    @Override
    public Optional<SnapshotRow> next(String network, long number) {
        return sql.first(
                "select * from snapshot where network = ? and snapshot_number > ? order by snapshot_number limit 1",
                SqlNetworks::snapshot,
                network,
                number);
    }

    @Override
    public List<SnapshotRow> snapshots(String network, @Nullable Long before, int limit) {
        return sql.list(
                "select * from snapshot where network = ? and snapshot_number < ?"
                        + " order by snapshot_number desc limit ?",
                SqlNetworks::snapshot,
                network,
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    @Override
    public long countSnapshots(String network) {
        return sql.count("select count(*) from snapshot where network = ?", network);
    }

    private static NetworkRow network(ResultSet row) throws SQLException {
        return new NetworkRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("country"),
                row.getLong("revision"),
                Sql.instant(row, "changed_at"),
                row.getString("changed_by"));
    }

    private static SnapshotRow snapshot(ResultSet row) throws SQLException {
        return new SnapshotRow(
                row.getString("network"),
                row.getLong("snapshot_number"),
                row.getString("digest"),
                row.getString("facts"),
                Sql.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getString("records"),
                Sql.removal(row));
    }
}
