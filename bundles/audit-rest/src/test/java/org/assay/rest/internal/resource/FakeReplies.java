package org.assay.rest.internal.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.assay.core.Idempotency;
import org.assay.core.IdempotencyConflictException;

/** Replies that are kept in memory. */
final class FakeReplies implements Idempotency {
    private final Map<String, Map.Entry<String, Reply>> replies = new LinkedHashMap<>();

    @Override
    public Replayed once(String who, String key, String request, Supplier<Reply> action) {
        Map.Entry<String, Reply> before = replies.get(who + " " + key);
        if (before != null && !before.getKey().equals(request)) {
            throw new IdempotencyConflictException(key);
        }
        if (before != null) {
            return new Replayed(before.getValue(), true);
        }
        Reply reply = action.get();
        replies.put(who + " " + key, Map.entry(request, reply));
        return new Replayed(reply, false);
    }
}
