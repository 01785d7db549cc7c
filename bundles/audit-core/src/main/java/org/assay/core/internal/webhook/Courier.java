package org.assay.core.internal.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.assay.core.Webhooks;
import org.assay.core.Webhooks.State;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. A delivery that fails is sent again, after 5 seconds, then ever later, eleven times over three days; then it
 * is given up and stays listed for a month. One that arrives shows that the receiver is there: what waits for its next try is then due at
 * once, the oldest first; what was tried within five minutes, five minutes after that try, so that a delivery that is always
 * refused is not given up the sooner. A node holds what it sends; what a node that is gone held is free again after two minutes.
 * To one receiver one delivery is under way at a time, and fifty at most follow each other before the next round. Thread-safe.
 */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration HOLD = Duration.ofMinutes(2);
    private static final Duration REST = Duration.ofMinutes(5);
    private static final int MAX_PROBLEM = 500;
    private static final int ROUND = 50;
    private static final int WOKEN = 200;
    private static final List<Duration> AGAIN = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final Store store;
    private final Sender sender;
    private final Moments moments;
    private final Executor executor;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** Makes one; sends by the executor. */
    public Courier(Store store, Sender sender, Moments moments, Executor executor) {
        this.store = store;
        this.sender = sender;
        this.moments = moments;
        this.executor = executor;
    }

    /** Has sent what is due, receiver by receiver, but for those without a secret; to be called now and then. */
    public void run() {
        for (WebhookRow webhook : store.read(tx -> tx.webhooks().all())) {
            if (webhook.isReady() && due(webhook).isPresent() && busy.add(webhook.id())) {
                executor.execute(() -> takeAll(webhook));
            }
        }
    }

    private Optional<DeliveryRow> due(WebhookRow webhook) {
        return store.read(tx -> tx.webhooks().due(webhook.id(), moments.now()));
    }

    /** Sends what is due to one receiver, until there is no more, the round is full or one fails. */
    private void takeAll(WebhookRow webhook) {
        try {
            Optional<DeliveryRow> next = due(webhook);
            for (int sent = 1; next.isPresent() && take(next.get()) && sent < ROUND; sent++) {
                next = due(webhook);
            }
        } catch (RuntimeException e) {
            LOG.error("A webhook could not be sent; it is tried again", e);
        } finally {
            busy.remove(webhook.id());
        }
    }

    /** The secrets are read anew: they may have changed, or the subscription may have ended. */
    private boolean take(DeliveryRow row) {
        Instant now = moments.now();
        Optional<WebhookRow> webhook = store.write(tx -> tx.webhooks().claim(row.id(), now, now.plus(HOLD))
                ? tx.webhooks().lock(row.webhook())
                : Optional.empty());
        return webhook.isPresent() && settle(row, send(webhook.get(), row, now));
    }

    private String send(WebhookRow webhook, DeliveryRow row, Instant now) {
        return sender.post(
                URI.create(webhook.url()),
                Signer.headers(webhook, row, now),
                row.body().getBytes(StandardCharsets.UTF_8));
    }

    private boolean settle(DeliveryRow row, String problem) {
        int tries = row.tries() + 1;
        boolean dead = tries > AGAIN.size();
        DeliveryRow after;
        if (problem.isEmpty()) {
            after = row.after(State.DONE.name(), tries, moments.now(), null);
        } else {
            Instant next = dead ? moments.now() : moments.now().plus(AGAIN.get(tries - 1));
            String why = problem.length() <= MAX_PROBLEM ? problem : problem.substring(0, MAX_PROBLEM);
            after = row.after(dead ? State.DEAD.name() : State.WAITING.name(), tries, next, why);
        }
        store.write(tx -> {
            tx.webhooks().update(after);
            if (problem.isEmpty()) {
                wake(tx, row.webhook());
            }
            return true;
        });
        if (dead && !problem.isEmpty()) {
            LOG.warn("The webhook delivery {} was given up after {} tries: {}", row.id(), tries, problem);
        }
        return problem.isEmpty();
    }

    /**
     * What waits is due from the moment on which it was made, and so in its order; what was just tried, after its rest. What comes
     * within a rest by itself is left alone: its next try may be the end of one.
     */
    private void wake(Transaction tx, String webhook) {
        Instant now = moments.now();
        for (DeliveryRow row : tx.webhooks().waiting(webhook, now, WOKEN)) {
            if (Objects.requireNonNull(row.next()).isAfter(now.plus(REST))) {
                Instant rested = tried(row).plus(REST);
                Instant next = rested.isAfter(now) ? rested : row.createdAt();
                tx.webhooks().update(row.after(State.WAITING.name(), row.tries(), next, row.problem()));
            }
        }
    }

    private static Instant tried(DeliveryRow row) {
        int tries = Math.min(Math.max(row.tries(), 1), AGAIN.size());
        return Objects.requireNonNull(row.next()).minus(AGAIN.get(tries - 1));
    }

    /** Forgets what arrived, or was given up, long enough ago. */
    public void sweep() {
        store.write(tx -> {
            Webhooks.KEPT.forEach((state, kept) ->
                    tx.webhooks().removeSettled(state.name(), moments.now().minus(kept)));
            return true;
        });
    }
}
