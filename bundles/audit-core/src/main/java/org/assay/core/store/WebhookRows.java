package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows about webhooks: who is told, what is on its way, and what was announced already. */
public interface WebhookRows {

    /** All subscriptions, the oldest first. */
    List<WebhookRow> all();

    /** One, locked until the transaction ends. */
    Optional<WebhookRow> lock(String id);

    /** Keeps a new one. */
    void insert(WebhookRow row);

    /** Replaces address, events, network and secrets. */
    void update(WebhookRow row);

    /** Removes one with all that is on its way; false if there is none. */
    boolean remove(String id);

    /** Keeps an event that is to be sent. */
    void insert(DeliveryRow row);

    /** Replaces state, tries, next and problem, and lets go of it. */
    void update(DeliveryRow row);

    /** The newest deliveries of a subscription, only those in a state if one is given. */
    List<DeliveryRow> deliveries(String webhook, @Nullable String state, int limit);

    /** One delivery. */
    Optional<DeliveryRow> delivery(String id);

    /** How many deliveries of a subscription are in a state. */
    long count(String webhook, String state);

    /** The earliest waiting delivery of a subscription whose time has come and that no node holds. */
    Optional<DeliveryRow> due(String webhook, Instant now);

    /** Deliveries of a subscription that wait for a moment after this one, the oldest first. */
    List<DeliveryRow> waiting(String webhook, Instant now, int limit);

    /** Takes hold of a delivery that is due; false if another node was faster. */
    boolean claim(String id, Instant now, Instant until);

    /** Forgets deliveries that came into a state, in which nothing is sent, before a moment. */
    void removeSettled(String state, Instant before);

    /** What was announced of a topic, by key. */
    Map<String, String> announced(String topic);

    /** Keeps what was announced; locks the topic, so that no two nodes announce the same. */
    void lockTopic(String topic);

    /** Keeps what was announced. */
    void announce(String topic, String key, String value);

    /** The topics of which something was announced by a key. */
    List<String> topicsOf(String key);

    /** Forgets what was announced. */
    void forget(String topic, String key);
}
