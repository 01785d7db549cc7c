package org.assay.core.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.WebhookRow;
import org.assay.core.store.WebhookRows;
import org.jspecify.annotations.Nullable;

/** Rows about webhooks, in memory. */
record MemoryWebhooks(
        Map<String, WebhookRow> rows,
        Map<String, DeliveryRow> sent,
        Map<String, Instant> held,
        Map<String, Map<String, String>> topics)
        implements WebhookRows {

    MemoryWebhooks copy() {
        Map<String, Map<String, String>> otherTopics = new TreeMap<>();
        topics.forEach((topic, told) -> otherTopics.put(topic, new TreeMap<>(told)));
        return new MemoryWebhooks(new TreeMap<>(rows), new TreeMap<>(sent), new TreeMap<>(held), otherTopics);
    }

    @Override
    public List<WebhookRow> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public Optional<WebhookRow> lock(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public void insert(WebhookRow row) {
        rows.put(row.id(), row);
    }

    @Override
    public void update(WebhookRow row) {
        rows.put(row.id(), row);
    }

    @Override
    public boolean remove(String id) {
        sent.values().removeIf(row -> row.webhook().equals(id));
        return rows.remove(id) != null;
    }

    @Override
    public void insert(DeliveryRow row) {
        sent.put(row.id(), row);
    }

    @Override
    public void update(DeliveryRow row) {
        sent.replace(row.id(), row);
        held.remove(row.id());
    }

    @Override
    public List<DeliveryRow> deliveries(String webhook, @Nullable String state, int limit) {
        return sent.values().stream()
                .filter(row -> row.webhook().equals(webhook))
                .filter(row -> state == null || row.state().equals(state))
                .sorted(Comparator.comparing(DeliveryRow::createdAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<DeliveryRow> delivery(String id) {
        return Optional.ofNullable(sent.get(id));
    }

    @Override
    public long count(String webhook, String state) {
        return deliveries(webhook, state, Integer.MAX_VALUE).size();
    }

    @Override
    public Optional<DeliveryRow> due(String webhook, Instant now) {
        return sent.values().stream()
                .filter(row -> row.webhook().equals(webhook) && isDue(row, now))
                .min(Comparator.comparing(DeliveryRow::next).thenComparing(DeliveryRow::id));
    }

    @Override
    public List<DeliveryRow> waiting(String webhook, Instant now, int limit) {
        return sent.values().stream()
                .filter(row -> row.webhook().equals(webhook) && row.state().equals("WAITING"))
                .filter(row -> row.next().isAfter(now))
                .sorted(Comparator.comparing(DeliveryRow::createdAt).thenComparing(DeliveryRow::id))
                .limit(limit)
                .toList();
    }

    private boolean isDue(DeliveryRow row, Instant now) {
        boolean free = !held.containsKey(row.id()) || held.get(row.id()).isBefore(now);
        return row.state().equals("WAITING") && !row.next().isAfter(now) && free;
    }

    @Override
    public boolean claim(String id, Instant now, Instant until) {
        boolean mine = delivery(id).filter(row -> isDue(row, now)).isPresent();
        if (mine) {
            held.put(id, until);
        }
        return mine;
    }

    @Override
    public void removeSettled(String state, Instant before) {
        sent.values().removeIf(row -> row.state().equals(state) && row.next().isBefore(before));
    }

    @Override
    public Map<String, String> announced(String topic) {
        return Map.copyOf(topics.getOrDefault(topic, Map.of()));
    }

    @Override
    public void lockTopic(String topic) {
        topics.computeIfAbsent(topic, name -> new TreeMap<>());
    }

    @Override
    public void announce(String topic, String key, String value) {
        topics.get(topic).put(key, value);
    }

    @Override
    public List<String> topicsOf(String key) {
        return topics.keySet().stream()
                .filter(topic -> topics.get(topic).containsKey(key))
                .toList();
    }

    @Override
    public void forget(String topic, String key) {
        topics.get(topic).remove(key);
    }
}
