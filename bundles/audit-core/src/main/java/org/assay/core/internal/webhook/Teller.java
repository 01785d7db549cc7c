package org.assay.core.internal.webhook;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.assay.core.internal.outbox.Outbox;
import org.assay.core.internal.util.Ids;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;

/** Looks at something without a lock, and tells what it saw only if nobody told of it meanwhile. Thread-safe. */
final class Teller {
    private static final int ATTEMPTS = 3;

    private final Store store;
    private final Moments moments;

    /** For each announcement another: what comes back is news again, and not what its subscribers have done with already. */
    private final Ids ids;

    Teller(Store store, Moments moments) {
        this.store = store;
        this.moments = moments;
        this.ids = new Ids(moments.clock());
    }

    /** Whether telling of a topic has still to begin with somebody who wants an event. */
    boolean isAwaited(String topic, String event, String network) {
        return store.read(tx -> Told.isAwaited(tx, topic, event, network));
    }

    /** Looks and tells; where somebody else told meanwhile, what was seen is old, and it looks again. */
    <T> void tell(String topic, Supplier<T> look, BiConsumer<Told, T> tell) {
        boolean done = false;
        for (int attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
            long seen = store.read(tx -> Told.number(tx, topic));
            T found = look.get();
            done = store.write(tx -> {
                Told told = Told.locked(tx, topic);
                boolean mine = told.number() == seen;
                if (mine) {
                    tell.accept(told, found);
                }
                return mine;
            });
        }
    }

    /** Keeps an event for these subscribers. */
    void put(Transaction tx, List<WebhookRow> webhooks, String event, Map<String, Object> data) {
        Outbox.put(tx, webhooks, event, ids.next(), moments.now(), data);
    }
}
