package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.LedgerRows;
import org.assay.core.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The tables {@code ledger} and {@code ledger_entry}. */
record SqlLedger(Sql sql) implements LedgerRows {

    @Override
    public Optional<String> origin() {
        return sql.first("select origin from ledger where id = 1", row -> row.getString("origin"));
    }

    @Override
    public void create(String origin) {
        sql.change("insert into ledger (id, origin, entries) values (1, ?, 0)", origin);
    }

    @Override
    public long lock() {
        return sql.first("select entries from ledger where id = 1 for update", row -> row.getLong("entries"))
                .orElseThrow(() -> new StoreException("there is no ledger"));
    }

    @Override
    public long size() {
        return sql.first("select entries from ledger where id = 1", row -> row.getLong("entries"))
                .orElse(0L);
    }

    @Override
    public void append(List<LedgerRow> rows) {
        sql.changeAll(
                "insert into ledger_entry (entry_number, kind, about, body, leaf) values (?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row ->
                                new @Nullable Object[] {row.number(), row.kind(), row.about(), row.body(), row.leaf()})
                        .toList());
        sql.change(
                "update ledger set entries = ? where id = 1",
                rows.get(rows.size() - 1).number() + 1);
    }

    @Override
    public List<LedgerRow> entries(long from, int limit) {
        return sql.list(
                "select * from ledger_entry where entry_number >= ? order by entry_number limit ?",
                SqlLedger::entry,
                from,
                limit);
    }

    @Override
    public Optional<LedgerRow> newest(String kind, String about) {
        return sql.first(
                "select * from ledger_entry where kind = ? and about = ? order by entry_number desc limit 1",
                SqlLedger::entry,
                kind,
                about);
    }

    @Override
    public List<LedgerRow> about(String kind, String about) {
        return sql.list(
                "select * from ledger_entry where kind = ? and about = ? order by entry_number desc",
                SqlLedger::entry,
                kind,
                about);
    }

    @Override
    public List<LedgerRow> ofKind(String kind) {
        return sql.list("select * from ledger_entry where kind = ? order by entry_number", SqlLedger::entry, kind);
    }

    @Override
    public List<String> leaves(long from, int limit) {
        return sql.list(
                "select leaf from ledger_entry where entry_number >= ? order by entry_number limit ?",
                row -> row.getString("leaf"),
                from,
                limit);
    }

    private static LedgerRow entry(ResultSet row) throws SQLException {
        return new LedgerRow(
                row.getLong("entry_number"),
                row.getString("kind"),
                row.getString("about"),
                row.getString("body"),
                row.getString("leaf"));
    }
}
