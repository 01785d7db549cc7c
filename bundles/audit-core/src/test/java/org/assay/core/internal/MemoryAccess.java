package org.assay.core.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.core.store.AccessRows;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.TokenLine;
import org.assay.core.store.TokenRow;

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
    public void answer(ReplyRow row) {
        claim(row);
    }

    @Override
    public void release(String who, String key) {
        replyRows.remove(List.of(who, key));
    }

    @Override
    public void removeReplies(Instant olderThan, boolean unanswered) {
        replyRows.values().removeIf(row -> row.at().isBefore(olderThan) || (unanswered && row.reply() == null));
    }
}
