package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.core.store.Removal;
import org.assay.core.store.RetentionRows;
import org.assay.store.internal.blob.NamedBlobs;

/** What goes, of the tables {@code audit} and {@code snapshot}, and of blobs wherever they are. */
record SqlRetention(Sql sql, BlobPlace blobs) implements RetentionRows {
    @Override
    public List<Old> audits(String network) {
        Map<String, Old> audits = new LinkedHashMap<>();
        sql.list(
                        "select a.id, a.snapshot_number, a.state, coalesce(a.finished_at, a.created_at) as ended_at,"
                                + " a.trial, p.regime from audit a left join audit_part p on p.audit = a.id"
                                + " where a.network = ? and a.removed_at is null order by a.id, p.part_number",
                        SqlRetention::old,
                        network)
                .forEach(one -> audits.merge(one.id(), one, SqlRetention::joined));
        return List.copyOf(audits.values());
    }

    /** With one of its regimes. */
    private static Old old(ResultSet row) throws SQLException {
        String regime = row.getString("regime");
        return new Old(
                row.getString("id"),
                row.getLong("snapshot_number"),
                row.getString("state"),
                Sql.instant(row, "ended_at"),
                row.getString("trial") != null,
                regime == null ? List.of() : List.of(regime));
    }

    private static Old joined(Old one, Old other) {
        List<String> regimes = new ArrayList<>(one.regimes());
        regimes.addAll(other.regimes());
        return new Old(one.id(), one.snapshot(), one.state(), one.endedAt(), one.trial(), regimes);
    }

    @Override
    public Set<String> relied() {
        return new HashSet<>(sql.list("select distinct audit from pack_preview", row -> row.getString("audit")));
    }

    @Override
    public boolean isAudited(String network, long number) {
        return sql.count(
                        "select count(*) from audit where network = ? and snapshot_number = ? and removed_at is null",
                        network,
                        number)
                > 0;
    }

    @Override
    public void removeAudit(String id, Removal removal) {
        sql.change(
                "update audit set removed_at = ?, removed_because = ? where id = ?",
                removal.at(),
                removal.because(),
                id);
        sql.change("update audit_part set matrix = null where audit = ?", id);
    }

    @Override
    public void removeSnapshot(String network, long number, Removal removal) {
        sql.change(
                "update snapshot set removed_at = ?, removed_because = ? where network = ? and snapshot_number = ?",
                removal.at(),
                removal.because(),
                network,
                number);
    }

    @Override
    public Set<String> unnamed() {
        Set<String> unnamed = new HashSet<>(blobs.digests(sql));
        sql.list(NamedBlobs.ROWS, row -> row.getString("blob")).forEach(unnamed::remove);
        return unnamed;
    }

    @Override
    public boolean isNamed(String blob) {
        return sql.count(
                        NamedBlobs.COUNT,
                        Collections.nCopies(NamedBlobs.PARAMETERS, blob).toArray())
                > 0;
    }

    @Override
    public boolean has(String blob) {
        return blobs.has(sql, blob);
    }

    @Override
    public boolean delete(String blob) {
        return blobs.delete(sql, blob);
    }
}
