package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.WaiverRow;
import org.assay.core.store.WaiverRows;
import org.jspecify.annotations.Nullable;

/** The table {@code waiver}. */
record SqlWaivers(Sql sql) implements WaiverRows {

    @Override
    public List<WaiverRow> of(String network) {
        return sql.list("select * from waiver where network = ? order by id desc", SqlWaivers::waiver, network);
    }

    @Override
    public Optional<WaiverRow> find(String id) {
        return sql.first("select * from waiver where id = ?", SqlWaivers::waiver, id);
    }

    @Override
    public Optional<WaiverRow> lock(String id) {
        return sql.first("select * from waiver where id = ? for update", SqlWaivers::waiver, id);
    }

    @Override
    public void insert(WaiverRow row) {
        sql.change(
                "insert into waiver (id, network, regime, requirement, kind, subject, owner, reason, zone, until_day,"
                        + " asked_day, asked_at, asked_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.network(),
                row.regime(),
                row.requirement(),
                row.kind(),
                row.subject(),
                row.owner(),
                row.reason(),
                row.zone(),
                row.until(),
                row.asked().day(),
                row.asked().at(),
                row.asked().who());
    }

    @Override
    public void update(WaiverRow row) {
        WaiverRow.Step approved = row.approved();
        WaiverRow.Step withdrawn = row.withdrawn();
        sql.change(
                "update waiver set approved_day = ?, approved_at = ?, approved_by = ?, withdrawn_day = ?,"
                        + " withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ? where id = ?",
                approved == null ? null : approved.day(),
                approved == null ? null : approved.at(),
                approved == null ? null : approved.who(),
                withdrawn == null ? null : withdrawn.day(),
                withdrawn == null ? null : withdrawn.at(),
                withdrawn == null ? null : withdrawn.who(),
                row.withdrawnBecause(),
                row.id());
    }

    private static WaiverRow waiver(ResultSet row) throws SQLException {
        return new WaiverRow(
                row.getString("id"),
                row.getString("network"),
                row.getString("regime"),
                row.getString("requirement"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("owner"),
                row.getString("reason"),
                row.getString("zone"),
                row.getObject("until_day", LocalDate.class),
                new WaiverRow.Step(
                        row.getObject("asked_day", LocalDate.class),
                        Sql.instant(row, "asked_at"),
                        row.getString("asked_by")),
                step(row, "approved"),
                step(row, "withdrawn"),
                row.getString("withdrawn_because"));
    }

    private static WaiverRow.@Nullable Step step(ResultSet row, String name) throws SQLException {
        LocalDate day = row.getObject(name + "_day", LocalDate.class);
        return day == null
                ? null
                : new WaiverRow.Step(day, Sql.instant(row, name + "_at"), row.getString(name + "_by"));
    }
}
