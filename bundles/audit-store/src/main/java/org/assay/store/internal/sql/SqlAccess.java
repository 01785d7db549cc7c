package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.AccessRows;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.TokenLine;
import org.assay.core.store.TokenRow;

/** The tables {@code token}, {@code token_line} and {@code reply}. */
record SqlAccess(Sql sql) implements AccessRows {

    @Override
    public List<TokenRow> tokens() {
        return sql.list("select * from token order by name", SqlAccess::token);
    }

    @Override
    public List<TokenLine> lines() {
        return sql.list("select * from token_line order by name, line_number, maker", SqlAccess::line);
    }

    @Override
    public void addToken(TokenRow row) {
        sql.change(
                "insert into token_line (name, line_number, maker, maker_number) values (?, ?, ?, ?)",
                row.name(),
                latest(row.name()) + 1,
                row.createdBy(),
                latest(row.createdBy()));
        sql.change(
                "insert into token (name, hash, created_at, created_by) values (?, ?, ?, ?)",
                row.name(),
                row.hash(),
                row.createdAt(),
                row.createdBy());
    }

    @Override
    public boolean removeToken(String name) {
        return sql.change("delete from token where name = ?", name) > 0;
    }

    @Override
    public Optional<ReplyRow> reply(String who, String key) {
        return sql.first("select * from reply where who = ? and reply_key = ?", SqlAccess::kept, who, key);
    }

    @Override
    public void claim(ReplyRow row) {
        sql.change(
                "insert into reply (who, reply_key, request, claimed_at, node, held_until, reply)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                row.who(),
                row.key(),
                row.request(),
                row.at(),
                row.node(),
                row.heldUntil(),
                row.reply());
    }

    @Override
    public boolean answer(ReplyRow row) {
        int answered = sql.change(
                "update reply set reply = ? where who = ? and reply_key = ? and node = ? and reply is null",
                row.reply(),
                row.who(),
                row.key(),
                row.node());
        return answered == 1;
    }

    @Override
    public void release(ReplyRow row) {
        sql.change(
                "delete from reply where who = ? and reply_key = ? and node = ? and reply is null",
                row.who(),
                row.key(),
                row.node());
    }

    @Override
    public void hold(String node, Instant until) {
        sql.change("update reply set held_until = ? where node = ? and reply is null", until, node);
    }

    @Override
    public void removeClaims(String node) {
        sql.change("delete from reply where node = ? and reply is null", node);
    }

    @Override
    public void removeClaims(Instant heldUntil) {
        sql.change("delete from reply where reply is null and (held_until is null or held_until < ?)", heldUntil);
    }

    @Override
    public void removeReplies(Instant olderThan) {
        sql.change("delete from reply where claimed_at < ?", olderThan);
    }

    private long latest(String name) {
        return sql.count("select coalesce(max(line_number), 0) from token_line where name = ?", name);
    }

    private static TokenLine line(ResultSet row) throws SQLException {
        return new TokenLine(
                row.getString("name"), row.getInt("line_number"), row.getString("maker"), row.getInt("maker_number"));
    }

    private static TokenRow token(ResultSet row) throws SQLException {
        return new TokenRow(
                row.getString("name"),
                row.getString("hash"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"));
    }

    private static ReplyRow kept(ResultSet row) throws SQLException {
        return new ReplyRow(
                row.getString("who"),
                row.getString("reply_key"),
                row.getString("request"),
                Sql.instant(row, "claimed_at"),
                row.getString("node"),
                Sql.instantOrNull(row, "held_until"),
                row.getString("reply"));
    }
}
