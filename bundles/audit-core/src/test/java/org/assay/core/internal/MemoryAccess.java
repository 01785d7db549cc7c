package org.assay.core.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.core.store.AccessRows;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.TokenLine;
import org.assay.core.store.TokenRow;
import org.jspecify.annotations.Nullable;

/** Rows about tokens and kept replies, in memory. */
final class MemoryAccess implements AccessRows {
    private final Map<String, TokenRow> tokenRows = new TreeMap<>();
    private final List<TokenLine> lineRows = new ArrayList<>();
    private final Map<List<String>, ReplyRow> replyRows = new HashMap<>();

    MemoryAccess copy() {
        MemoryAccess copy = new MemoryAccess();
        copy.tokenRows.putAll(tokenRows);
        copy.lineRows.addAll(lineRows);
        copy.replyRows.putAll(replyRows);
        return copy;
    }

    @Override
    public List<TokenRow> tokens() {
        return List.copyOf(tokenRows.values());
    }

    @Override
    public List<TokenLine> lines() {
        return List.copyOf(lineRows);
    }

    private int latest(String name) {
        return lineRows.stream()
                .filter(line -> line.name().equals(name))
                .mapToInt(TokenLine::number)
                .max()
                .orElse(0);
    }

    @Override
    public void addToken(TokenRow row) {
        lineRows.add(new TokenLine(row.name(), latest(row.name()) + 1, row.createdBy(), latest(row.createdBy())));
        tokenRows.put(row.name(), row);
    }

    @Override
    public boolean removeToken(String name) {
        return tokenRows.remove(name) != null;
    }

    @Override
    public Optional<ReplyRow> reply(String who, String key) {
        return Optional.ofNullable(replyRows.get(List.of(who, key)));
    }

    @Override
    public void claim(ReplyRow row) {
        replyRows.put(List.of(row.who(), row.key()), row);
    }

    @Override
    public boolean answer(ReplyRow row) {
        return replyRows.computeIfPresent(
                        List.of(row.who(), row.key()), (any, known) -> isClaim(known, row.node()) ? row : known)
                == row;
    }

    @Override
    public void release(ReplyRow row) {
        replyRows.computeIfPresent(
                List.of(row.who(), row.key()), (any, known) -> isClaim(known, row.node()) ? null : known);
    }

    private static boolean isClaim(ReplyRow row, @Nullable String node) {
        return row.reply() == null && Objects.equals(row.node(), node);
    }

    @Override
    public void hold(String node, Instant until) {
        replyRows.replaceAll((any, row) -> isClaim(row, node)
                ? new ReplyRow(row.who(), row.key(), row.request(), row.at(), node, until, null)
                : row);
    }

    @Override
    public void removeClaims(String node) {
        replyRows.values().removeIf(row -> isClaim(row, node));
    }

    @Override
    public void removeClaims(Instant heldUntil) {
        replyRows
                .values()
                .removeIf(row -> row.reply() == null
                        && (row.heldUntil() == null || row.heldUntil().isBefore(heldUntil)));
    }

    @Override
    public void removeReplies(Instant olderThan) {
        replyRows.values().removeIf(row -> row.at().isBefore(olderThan));
    }
}
