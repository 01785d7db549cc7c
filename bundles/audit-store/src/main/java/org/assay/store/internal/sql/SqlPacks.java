package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.PackRows;
import org.assay.core.store.PreviewRow;
import org.jspecify.annotations.Nullable;

/** The tables {@code pack} and {@code pack_event}. */
record SqlPacks(Sql sql) implements PackRows {

    @Override
    public List<PackRow> of(String regime) {
        return sql.list("select * from pack where regime = ? order by staged_at, digest", SqlPacks::pack, regime);
    }

    @Override
    public Optional<PackRow> byDigest(String digest) {
        return sql.first("select * from pack where digest = ?", SqlPacks::pack, digest);
    }

    @Override
    public void insert(PackRow row) {
        sql.change(
                "insert into pack (digest, regime, version, language, from_day, to_day, state, origin, staged_at,"
                        + " staged_by, activated_at, activated_by, about, envelope)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.digest(),
                row.regime(),
                row.version(),
                row.language(),
                row.from(),
                row.to(),
                row.state(),
                row.origin(),
                row.stagedAt(),
                row.stagedBy(),
                row.activatedAt(),
                row.activatedBy(),
                row.about(),
                row.envelope());
    }

    @Override
    public List<PackRow> due(Instant now) {
        return sql.list("select * from pack where planned_for <= ? order by planned_for, digest", SqlPacks::pack, now);
    }

    @Override
    public void update(List<PackRow> rows) {
        sql.changeAll(
                "update pack set state = ?, activated_at = ?, activated_by = ?, approved_at = ?, approved_by = ?,"
                        + " planned_for = ?, planned_rollback = ?, planned_by = ?, planned_at = ? where digest = ?",
                rows.stream().map(SqlPacks::changing).toList());
    }

    private static @Nullable Object[] changing(PackRow row) {
        PackRow.Approval approved = row.approved();
        PackRow.Plan planned = row.planned();
        return new @Nullable Object[] {
            row.state(),
            row.activatedAt(),
            row.activatedBy(),
            approved == null ? null : approved.at(),
            approved == null ? null : approved.who(),
            planned == null ? null : planned.at(),
            planned == null ? null : planned.rollback(),
            planned == null ? null : planned.who(),
            planned == null ? null : planned.askedAt(),
            row.digest()
        };
    }

    @Override
    public void rely(PreviewRow row) {
        sql.change(
                "insert into pack_preview (digest, asked_at, audit, who) values (?, ?, ?, ?)",
                row.digest(),
                row.askedAt(),
                row.audit(),
                row.who());
    }

    @Override
    public List<PreviewRow> relied(String digest) {
        return sql.list(
                "select * from pack_preview where digest = ? order by asked_at, audit",
                row -> new PreviewRow(
                        row.getString("digest"),
                        Sql.instant(row, "asked_at"),
                        row.getString("audit"),
                        row.getString("who")),
                digest);
    }

    @Override
    public void addEvents(List<PackEventRow> events) {
        sql.changeAll(
                "insert into pack_event (regime, version, digest, step, who, happened_at) values (?, ?, ?, ?, ?, ?)",
                events.stream()
                        .map(event -> new @Nullable Object[] {
                            event.regime(), event.version(), event.digest(), event.step(), event.who(), event.at()
                        })
                        .toList());
    }

    @Override
    public List<PackEventRow> events(String regime, @Nullable Long before, int limit) {
        return sql.list(
                "select * from pack_event where regime = ? and event_number < ? order by event_number desc limit ?",
                SqlPacks::event,
                regime,
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    @Override
    public List<PackEventRow> eventsUntil(String regime, Instant moment) {
        return sql.list(
                "select * from pack_event where regime = ? and happened_at <= ? order by event_number",
                SqlPacks::event,
                regime,
                moment);
    }

    @Override
    public long countEvents(String regime) {
        return sql.count("select count(*) from pack_event where regime = ?", regime);
    }

    private static PackRow pack(ResultSet row) throws SQLException {
        return new PackRow(
                row.getString("digest"),
                row.getString("regime"),
                row.getString("version"),
                row.getInt("language"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("state"),
                row.getString("origin"),
                Sql.instant(row, "staged_at"),
                row.getString("staged_by"),
                Sql.instantOrNull(row, "activated_at"),
                row.getString("activated_by"),
                row.getString("about"),
                row.getString("envelope"),
                approval(row),
                plan(row));
    }

    private static PackRow.@Nullable Approval approval(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "approved_at");
        return at == null ? null : new PackRow.Approval(at, row.getString("approved_by"));
    }

    private static PackRow.@Nullable Plan plan(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "planned_for");
        return at == null
                ? null
                : new PackRow.Plan(
                        at,
                        row.getBoolean("planned_rollback"),
                        row.getString("planned_by"),
                        Sql.instant(row, "planned_at"));
    }

    private static PackEventRow event(ResultSet row) throws SQLException {
        return new PackEventRow(
                row.getLong("event_number"),
                row.getString("regime"),
                row.getString("version"),
                row.getString("digest"),
                row.getString("step"),
                row.getString("who"),
                Sql.instant(row, "happened_at"));
    }
}
