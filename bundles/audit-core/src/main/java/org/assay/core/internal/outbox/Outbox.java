package org.assay.core.internal.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.core.Webhooks;
import org.assay.core.internal.util.Json;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;
import org.jspecify.annotations.Nullable;

/** Keeps events for who subscribed to them, in the transaction of what they tell: both are there, or neither. Stateless. */
public final class Outbox {
    private static final Json JSON = new Json();

    private Outbox() {}

    /** Whether somebody wants an event. */
    public static boolean wanted(Transaction tx, String event, @Nullable String network) {
        return !wanting(tx, event, network).isEmpty();
    }

    /** Who wants an event. */
    public static List<WebhookRow> wanting(Transaction tx, String event, @Nullable String network) {
        return tx.webhooks().all().stream()
                .filter(webhook -> wants(webhook, event, network))
                .toList();
    }

    /** Whether a subscriber wants an event. */
    public static boolean wants(WebhookRow webhook, String event, @Nullable String network) {
        boolean here = network == null
                || webhook.network() == null
                || webhook.network().equals(network);
        return here && webhook.events().contains(event);
    }

    /**
     * Keeps an event.
     *
     * @param key what tells it from every other event, so that it is kept once for each subscriber
     * @param network which it is about; null if it is about none
     * @param data texts, whole numbers, and maps and lists of them
     */
    public static void put(
            Transaction tx, String event, String key, @Nullable String network, Instant at, Map<String, Object> data) {
        put(tx, wanting(tx, event, network), event, key, at, data);
    }

    /** Keeps an event for these subscribers alone. */
    public static void put(
            Transaction tx, List<WebhookRow> webhooks, String event, String key, Instant at, Map<String, Object> data) {
        if (!webhooks.isEmpty()) {
            String body = body(event, at, data);
            webhooks.forEach(webhook -> insert(tx, row(webhook, event, key, at, body)));
        }
    }

    private static void insert(Transaction tx, DeliveryRow row) {
        if (tx.webhooks().delivery(row.id()).isEmpty()) {
            tx.webhooks().insert(row);
        }
    }

    /** The JSON of an event. */
    public static String body(String event, Instant at, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event);
        body.put("timestamp", at.toString());
        body.put("data", data);
        return JSON.write(body);
    }

    /** The row of an event for a subscriber; the same for the same key. */
    public static DeliveryRow row(WebhookRow webhook, String event, String key, Instant at, String body) {
        String name = webhook.id() + "\u0000" + event + "\u0000" + key;
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return new DeliveryRow(id, webhook.id(), event, body, Webhooks.State.WAITING.name(), at, 0, at, null);
    }
}
