package org.assay.store.internal.sql;

import java.util.List;
import org.assay.core.store.FeedRow;
import org.assay.core.store.FeedRows;

/** The table {@code feed}. */
record SqlFeeds(Sql sql) implements FeedRows {

    @Override
    public List<FeedRow> of(String network) {
        return sql.list(
                "select * from feed where network = ? order by name",
                row -> new FeedRow(
                        row.getString("network"),
                        row.getString("name"),
                        row.getString("hash"),
                        Sql.instant(row, "created_at"),
                        row.getString("created_by")),
                network);
    }

    @Override
    public void insert(FeedRow row) {
        sql.change(
                "insert into feed (network, name, hash, created_at, created_by) values (?, ?, ?, ?, ?)",
                row.network(),
                row.name(),
                row.hash(),
                row.createdAt(),
                row.createdBy());
    }

    @Override
    public boolean remove(String network, String name) {
        return sql.change("delete from feed where network = ? and name = ?", network, name) > 0;
    }
}
