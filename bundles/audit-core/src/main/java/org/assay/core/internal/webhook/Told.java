package org.assay.core.internal.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.core.Webhooks;
import org.assay.core.internal.outbox.Outbox;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a network's cases or days, and to whom: a subscriber with whom telling has not begun yet knows nothing of it.
 * Of one transaction, which has locked the topic.
 */
final class Told {
    /** How often something was told: who read another number looked before somebody else did, and has old news. */
    private static final String NUMBER = "number";

    /** Between what was told and the remark on it. */
    private static final String REMARK = "\n";

    private final Transaction tx;
    private final String topic;
    private final Map<String, String> told;
    private final long number;
    private boolean counted;

    private Told(Transaction tx, String topic) {
        this.tx = tx;
        this.topic = topic;
        this.told = tx.webhooks().announced(topic);
        this.number = number(told);
    }

    static Told locked(Transaction tx, String topic) {
        tx.webhooks().lockTopic(topic);
        return new Told(tx, topic);
    }

    /** The number of what was told last. */
    static long number(Transaction tx, String topic) {
        return number(tx.webhooks().announced(topic));
    }

    private static long number(Map<String, String> told) {
        return Long.parseLong(told.getOrDefault(NUMBER, "0"));
    }

    long number() {
        return number;
    }

    private static String mark(String event, WebhookRow webhook) {
        return event + " " + webhook.id();
    }

    /** Of those who want an event, those with whom telling has begun. */
    List<WebhookRow> begun(String event, List<WebhookRow> wanting) {
        return wanting.stream()
                .filter(webhook -> told.containsKey(mark(event, webhook)))
                .toList();
    }

    void begin(String event, List<WebhookRow> wanting) {
        wanting.stream()
                .filter(webhook -> !told.containsKey(mark(event, webhook)))
                .forEach(webhook -> tx.webhooks().announce(topic, mark(event, webhook), ""));
    }

    /** Who wants an event of a network. */
    List<WebhookRow> wanting(String event, String network) {
        return Outbox.wanting(tx, event, network);
    }

    /** The transaction in which all this is. */
    Transaction tx() {
        return tx;
    }

    boolean isNews(String key, String value) {
        return !value.equals(firstLine(told.get(key)));
    }

    private static @Nullable String firstLine(@Nullable String kept) {
        return kept == null ? null : kept.split(REMARK, 2)[0];
    }

    /**
     * Keeps what was told.
     *
     * @param remark what is to be known of it later, but makes no news
     */
    void keep(String key, String value, String remark) {
        String kept = remark.isEmpty() ? value : value + REMARK + remark;
        if (!kept.equals(told.get(key))) {
            tx.webhooks().announce(topic, key, kept);
            count();
        }
    }

    /** All remarks that were kept before. */
    List<String> remarks() {
        return told.keySet().stream().flatMap(key -> remark(key).stream()).toList();
    }

    /** The remark that was kept before. */
    Optional<String> remark(String key) {
        return Optional.ofNullable(told.get(key))
                .filter(kept -> kept.contains(REMARK))
                .map(kept -> kept.substring(kept.indexOf(REMARK) + 1));
    }

    void forget(String key) {
        tx.webhooks().forget(topic, key);
        count();
    }

    private void count() {
        if (!counted) {
            tx.webhooks().announce(topic, NUMBER, Long.toString(number + 1));
            counted = true;
        }
    }

    /** Forgets all that is not among these. */
    void keepOnly(Set<String> keys) {
        Set<String> gone = told.keySet().stream()
                .filter(key -> !key.equals(NUMBER) && key.indexOf(' ') < 0 && !keys.contains(key))
                .collect(Collectors.toSet());
        gone.forEach(this::forget);
    }

    /** Whether telling has still to begin with somebody who wants an event. */
    static boolean isAwaited(Transaction tx, String topic, String event, String network) {
        Map<String, String> told = tx.webhooks().announced(topic);
        return Outbox.wanting(tx, event, network).stream().anyMatch(webhook -> !told.containsKey(mark(event, webhook)));
    }

    /** Telling ends of what a subscriber does not want any more: should it want that again, it begins anew. */
    static void end(Transaction tx, WebhookRow webhook) {
        for (String event : Webhooks.EVENTS) {
            String mark = mark(event, webhook);
            for (String topic : tx.webhooks().topicsOf(mark)) {
                String network = topic.substring(topic.indexOf(' ') + 1);
                if (!Outbox.wants(webhook, event, network)) {
                    tx.webhooks().lockTopic(topic);
                    tx.webhooks().forget(topic, mark);
                }
            }
        }
    }
}
