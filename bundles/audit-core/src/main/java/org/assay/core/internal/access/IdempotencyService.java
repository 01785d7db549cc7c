package org.assay.core.internal.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assay.core.ConflictException;
import org.assay.core.Idempotency;
import org.assay.core.IdempotencyConflictException;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.Node;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps replies in the store, under a claim that is taken before the work begins. A claim is of the node that does the work,
 * which holds it for as long as it runs; what a node that is gone has claimed is free again after two minutes, and at once
 * when the node itself starts again.
 */
public final class IdempotencyService implements Idempotency {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyService.class);
    private static final int MAX_KEY = 200;
    private static final int MAX_BODY = 1 << 20;
    private static final Duration KEPT = Duration.ofDays(1);

    /** So long a node that is gone keeps its keys; more than a store is away for a moment, or a pause lasts. */
    private static final Duration HOLD = Duration.ofMinutes(2);

    private final Store store;
    private final Moments moments;
    private final Json json;
    private final Node node;
    private final Queue<Consumer<Transaction>> unsettled = new ConcurrentLinkedQueue<>();

    /** Makes one; frees the keys of requests that an earlier process of this node, or a node that is gone, did not finish. */
    public IdempotencyService(Store store, Moments moments, Json json, Node node) {
        this.store = store;
        this.moments = moments;
        this.json = json;
        this.node = node;
        change(tx -> {
            tx.access().removeClaims(node.id());
            tx.access().removeClaims(moments.now());
            tx.access().removeReplies(moments.now().minus(KEPT));
        });
    }

    /** Forgets replies that are older than a day. */
    public void sweep() {
        settleAll();
        change(tx -> tx.access().removeReplies(moments.now().minus(KEPT)));
    }

    /** Holds on to the keys of what this node is at, and frees those of nodes that are gone. To be called far more often. */
    public void hold() {
        settleAll();
        change(tx -> {
            tx.access().hold(node.id(), moments.now().plus(HOLD));
            tx.access().removeClaims(moments.now());
        });
    }

    private void change(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    @Override
    public Replayed once(String who, String key, String request, Supplier<Reply> action) {
        requireKey(key);
        settleAll();
        Instant now = moments.now();
        ReplyRow claim = new ReplyRow(who, key, request, now, node.id(), now.plus(HOLD), null);
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

    /** What the action did is done, and is answered, also where that the key was used cannot be kept at once. */
    private Reply answer(ReplyRow claim, Supplier<Reply> action) {
        Reply reply;
        try {
            reply = action.get();
        } catch (RuntimeException | Error e) {
            settle(tx -> tx.access().release(claim));
            throw e;
        }
        if (reply.body().length <= MAX_BODY) {
            ReplyRow kept = claim.answered(write(reply));
            settle(tx -> keep(tx, kept));
        } else {
            settle(tx -> tx.access().release(claim));
        }
        return reply;
    }

    /** The key may have been freed, as that of a node that is gone: then it is kept all the same, unless it is in use again. */
    private static void keep(Transaction tx, ReplyRow kept) {
        if (!tx.access().answer(kept)
                && tx.access().reply(kept.who(), kept.key()).isEmpty()) {
            tx.access().claim(kept);
        }
    }

    private void settle(Consumer<Transaction> step) {
        unsettled.add(step);
        settleAll();
    }

    /** While the store cannot, nothing is lost: it is tried again before the next key is looked up, and now and then. */
    private void settleAll() {
        for (Consumer<Transaction> step = unsettled.poll(); step != null; step = unsettled.poll()) {
            Consumer<Transaction> one = step;
            try {
                change(one);
            } catch (StoreException e) {
                unsettled.add(one);
                LOG.warn("What became of an idempotency key cannot be kept now; it is tried again: {}", e.getMessage());
                return;
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
