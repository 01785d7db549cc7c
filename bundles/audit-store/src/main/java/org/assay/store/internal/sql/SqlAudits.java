package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.AuditRow;
import org.assay.core.store.AuditRows;
import org.jspecify.annotations.Nullable;

/** The tables {@code audit} and {@code audit_part}. */
record SqlAudits(Sql sql) implements AuditRows {
    @Override
    public void insert(AuditRow row) {
        sql.change(
                "insert into audit (id, network, snapshot_number, digest, facts, as_of, known_at, state, failure,"
                        + " created_at, created_by, finished_at, trial, zone, basis_at, next_day, next_because)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.network(),
                row.snapshot(),
                row.digest(),
                row.facts(),
                row.asOf(),
                row.knownAt(),
                row.state(),
                row.failure(),
                row.createdAt(),
                row.createdBy(),
                row.finishedAt(),
                row.trial(),
                row.zone(),
                row.basis(),
                day(row.turn()),
                because(row.turn()));
        for (int number = 0; number < row.parts().size(); number++) {
            insertPart(row.id(), number, row.parts().get(number));
        }
    }

    private static @Nullable LocalDate day(AuditRow.@Nullable Turn turn) {
        return turn == null ? null : turn.day();
    }

    private static @Nullable String because(AuditRow.@Nullable Turn turn) {
        return turn == null ? null : turn.because();
    }

    private void insertPart(String audit, int number, AuditRow.Part part) {
        sql.change(
                "insert into audit_part (audit, part_number, regime, pack_version, pack_digest, language, options,"
                        + " verdict_digest, matrix, result) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                audit,
                number,
                part.regime(),
                part.packVersion(),
                part.packDigest(),
                part.language(),
                part.options(),
                part.verdictDigest(),
                part.matrix(),
                part.result());
    }

    @Override
    public void update(AuditRow row) {
        int ended = sql.change(
                "update audit set state = ?, failure = ?, finished_at = ?, next_day = ?, next_because = ?"
                        + " where id = ? and state = 'RUNNING'",
                row.state(),
                row.failure(),
                row.finishedAt(),
                day(row.turn()),
                because(row.turn()),
                row.id());
        if (ended == 0) {
            return;
        }
        for (int number = 0; number < row.parts().size(); number++) {
            AuditRow.Part part = row.parts().get(number);
            sql.change(
                    "update audit_part set verdict_digest = ?, matrix = ?, result = ?"
                            + " where audit = ? and part_number = ?",
                    part.verdictDigest(),
                    part.matrix(),
                    part.result(),
                    row.id(),
                    number);
        }
    }

    @Override
    public Optional<AuditRow> find(String id) {
        return sql.first("select * from audit where id = ?", this::audit, id);
    }

    /** No end that sorts after every id: where such a one sorts depends on the database's collation. */
    @Override
    public List<AuditRow> page(@Nullable String network, boolean trials, @Nullable String before, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" where trial is " + (trials ? "not null" : "null"));
        if (network != null) {
            where.append(" and network = ?");
            values.add(network);
        }
        if (before != null) {
            where.append(" and id < ?");
            values.add(before);
        }
        values.add(limit);
        return sql.list("select * from audit" + where + " order by id desc limit ?", this::audit, values.toArray());
    }

    @Override
    public long count(@Nullable String network, boolean trials) {
        String all = "select count(*) from audit where trial is " + (trials ? "not null" : "null");
        return network == null ? sql.count(all) : sql.count(all + " and network = ?", network);
    }

    @Override
    public List<AuditRow> inState(String state) {
        return sql.list("select * from audit where state = ? order by id", this::audit, state);
    }

    @Override
    public boolean claim(String id, String node, Instant now, Instant until) {
        int claimed = sql.change(
                "update audit set node = ?, held_until = ? where id = ? and state = 'RUNNING'"
                        + " and (node is null or node = ? or held_until < ?)",
                node,
                until,
                id,
                node,
                now);
        return claimed == 1;
    }

    private AuditRow audit(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new AuditRow(
                id,
                row.getString("network"),
                row.getLong("snapshot_number"),
                row.getString("digest"),
                row.getString("facts"),
                row.getObject("as_of", LocalDate.class),
                Sql.instant(row, "known_at"),
                row.getString("state"),
                row.getString("failure"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"),
                Sql.instantOrNull(row, "finished_at"),
                sql.list("select * from audit_part where audit = ? order by part_number", SqlAudits::part, id),
                row.getString("trial"),
                row.getString("zone"),
                Sql.instantOrNull(row, "basis_at"),
                turn(row),
                Sql.removal(row));
    }

    private static AuditRow.@Nullable Turn turn(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("next_day", LocalDate.class);
        String because = row.getString("next_because");
        return day == null ? null : new AuditRow.Turn(day, because == null ? "" : because);
    }

    private static AuditRow.Part part(ResultSet row) throws SQLException {
        return new AuditRow.Part(
                row.getString("regime"),
                row.getString("pack_version"),
                row.getString("pack_digest"),
                row.getInt("language"),
                row.getString("options"),
                row.getString("verdict_digest"),
                row.getString("matrix"),
                row.getString("result"));
    }
}
