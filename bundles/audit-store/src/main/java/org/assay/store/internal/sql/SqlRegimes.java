package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.RegimeRows;

/** The table {@code regime}. */
record SqlRegimes(Sql sql) implements RegimeRows {

    @Override
    public List<RegimeRow> all() {
        return sql.list("select * from regime order by id", SqlRegimes::row);
    }

    @Override
    public Optional<RegimeRow> find(String id) {
        return sql.first("select * from regime where id = ?", SqlRegimes::row, id);
    }

    @Override
    public Optional<RegimeRow> lock(String id) {
        return sql.first("select * from regime where id = ? for update", SqlRegimes::row, id);
    }

    @Override
    public void put(RegimeRow row) {
        int changed = sql.change(
                "update regime set installed = ?, changed_at = ?, changed_by = ? where id = ?",
                row.installed(),
                row.changedAt(),
                row.changedBy(),
                row.id());
        if (changed == 0) {
            sql.change(
                    "insert into regime (id, installed, changed_at, changed_by) values (?, ?, ?, ?)",
                    row.id(),
                    row.installed(),
                    row.changedAt(),
                    row.changedBy());
        }
    }

    private static RegimeRow row(ResultSet row) throws SQLException {
        return new RegimeRow(
                row.getString("id"),
                row.getBoolean("installed"),
                Sql.instant(row, "changed_at"),
                row.getString("changed_by"));
    }
}
