package org.assay.core.internal.access;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assay.core.ConflictException;
import org.assay.core.Idempotency;
import org.assay.core.IdempotencyConflictException;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.Store;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Keeps replies in the store, under a claim that is taken before the work begins. */
public final class IdempotencyService implements Idempotency {
    private static final int MAX_KEY = 200;
    private static final int MAX_BODY = 1 << 20;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Store store;
    private final Moments moments;
    private final Json json;

    /** Makes one; frees the keys of requests that a process which is gone did not finish. */
    public IdempotencyService(Store store, Moments moments, Json json) {
        this.store = store;
        this.moments = moments;
        this.json = json;
        forget(true);
    }

    /** Forgets replies that are older than a day. */
    public void sweep() {
        forget(false);
    }

    private void forget(boolean unanswered) {
        store.write(tx -> {
            tx.access().removeReplies(moments.now().minus(KEPT), unanswered);
            return true;
        });
    }

    @Override
    public Replayed once(String who, String key, String request, Supplier<Reply> action) {
        requireKey(key);
        ReplyRow claim = new ReplyRow(who, key, request, moments.now(), null);
        Optional<ReplyRow> before = store.write(tx -> {
            Optional<ReplyRow> known = tx.access().reply(who, key);
            if (known.isEmpty()) {
                tx.access().claim(claim);
            }
            return known;
        });
        return before.isPresent() ? replay(before.get(), request) : new Replayed(answer(claim, action), false);
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw new FaultException(new Fault(
                    "bad-idempotency-key",
                    "the idempotency key has " + key.length() + " characters",
                    "",
                    0,
                    0,
                    "use 1 to " + MAX_KEY + ", such as a UUID"));
        }
    }

    private Replayed replay(ReplyRow known, String request) {
        if (!known.request().equals(request)) {
            throw new IdempotencyConflictException(known.key());
        }
        if (known.reply() == null) {
            throw new ConflictException(
                    "request-in-progress",
                    "the first request with the key '" + known.key() + "' is still at work",
                    "repeat it in a moment");
        }
        return new Replayed(read(known.reply()), true);
    }

    private Reply answer(ReplyRow claim, Supplier<Reply> action) {
        boolean kept = false;
        try {
            Reply reply = action.get();
            if (reply.body().length <= MAX_BODY) {
                store.write(tx -> {
                    tx.access()
                            .answer(new ReplyRow(claim.who(), claim.key(), claim.request(), claim.at(), write(reply)));
                    return true;
                });
                kept = true;
            }
            return reply;
        } finally {
            if (!kept) {
                store.write(tx -> {
                    tx.access().release(claim.who(), claim.key());
                    return true;
                });
            }
        }
    }

    private String write(Reply reply) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("status", reply.status());
        map.put("location", reply.location());
        map.put("etag", reply.etag());
        map.put("contentType", reply.contentType());
        map.put("body", Base64.getEncoder().encodeToString(reply.body()));
        return json.write(map);
    }

    private Reply read(String text) {
        Map<String, Object> map = json.read(text);
        return new Reply(
                (int) Json.number(map, "status"),
                String.valueOf(map.get("location")),
                String.valueOf(map.get("etag")),
                String.valueOf(map.get("contentType")),
                Base64.getDecoder().decode(String.valueOf(map.get("body"))));
    }
}
