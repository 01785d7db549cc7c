package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.StandingRow;
import org.assay.core.store.StandingRows;

/** The table {@code standing}. */
record SqlStanding(Sql sql) implements StandingRows {
    @Override
    public List<StandingRow> all() {
        return sql.list("select * from standing order by network", SqlStanding::row);
    }

    @Override
    public Optional<StandingRow> find(String network) {
        return sql.first("select * from standing where network = ?", SqlStanding::row, network);
    }

    @Override
    public void put(StandingRow row) {
        int changed = sql.change(
                "update standing set regimes = ?, set_at = ?, set_by = ?, audit = ?, problem = ?, node = null,"
                        + " held_until = null where network = ?",
                String.join(",", row.regimes()),
                row.setAt(),
                row.setBy(),
                row.audit(),
                row.problem(),
                row.network());
        if (changed == 0) {
            sql.change(
                    "insert into standing (network, regimes, set_at, set_by, audit, problem) values (?, ?, ?, ?, ?, ?)",
                    row.network(),
                    String.join(",", row.regimes()),
                    row.setAt(),
                    row.setBy(),
                    row.audit(),
                    row.problem());
        }
    }

    @Override
    public boolean remove(String network) {
        return sql.change("delete from standing where network = ?", network) == 1;
    }

    @Override
    public boolean claim(String network, String node, Instant now, Instant until) {
        int claimed = sql.change(
                "update standing set node = ?, held_until = ? where network = ?"
                        + " and (node is null or node = ? or held_until < ?)",
                node,
                until,
                network,
                node,
                now);
        return claimed == 1;
    }

    private static StandingRow row(ResultSet row) throws SQLException {
        return new StandingRow(
                row.getString("network"),
                List.of(row.getString("regimes").split(",")),
                Sql.instant(row, "set_at"),
                row.getString("set_by"),
                row.getString("audit"),
                row.getString("problem"));
    }
}
