package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.WebhookRow;
import org.assay.core.store.WebhookRow.Former;
import org.assay.core.store.WebhookRows;
import org.jspecify.annotations.Nullable;

/** The tables {@code webhook}, {@code webhook_former}, {@code webhook_delivery}, {@code webhook_topic} and {@code webhook_announced}. */
record SqlWebhooks(Sql sql) implements WebhookRows {
    private static final String FORMER = "select webhook, secret, replaced_at from webhook_former ";
    private static final String NEWEST_FIRST = "order by replaced_at desc, secret";
    private static final String DELIVERY =
            "select id, webhook, event, body, state, created_at, tries, next_at, problem from webhook_delivery ";

    @Override
    public List<WebhookRow> all() {
        Map<String, List<Former>> former = new HashMap<>();
        sql.list(FORMER + NEWEST_FIRST, row -> Map.entry(row.getString("webhook"), former(row)))
                .forEach(one -> former.computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                        .add(one.getValue()));
        return sql.list(
                "select * from webhook order by id",
                row -> webhook(row, former.getOrDefault(row.getString("id"), List.of())));
    }

    @Override
    public Optional<WebhookRow> lock(String id) {
        return sql.first(
                "select * from webhook where id = ? for update",
                row -> webhook(row, sql.list(FORMER + "where webhook = ? " + NEWEST_FIRST, SqlWebhooks::former, id)),
                id);
    }

    @Override
    public void insert(WebhookRow row) {
        sql.change(
                "insert into webhook (id, url, events, network, secret, rotated_at, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.url(),
                String.join(",", row.events()),
                row.network(),
                row.secret(),
                row.rotatedAt(),
                row.createdAt(),
                row.createdBy());
        insertFormer(row);
    }

    private void insertFormer(WebhookRow row) {
        row.former()
                .forEach(one -> sql.change(
                        "insert into webhook_former (webhook, secret, replaced_at) values (?, ?, ?)",
                        row.id(),
                        one.secret(),
                        one.replacedAt()));
    }

    @Override
    public void update(WebhookRow row) {
        sql.change(
                "update webhook set url = ?, events = ?, network = ?, secret = ?, rotated_at = ? where id = ?",
                row.url(),
                String.join(",", row.events()),
                row.network(),
                row.secret(),
                row.rotatedAt(),
                row.id());
        sql.change("delete from webhook_former where webhook = ?", row.id());
        insertFormer(row);
    }

    @Override
    public boolean remove(String id) {
        return sql.change("delete from webhook where id = ?", id) > 0;
    }

    @Override
    public void insert(DeliveryRow row) {
        sql.change(
                "insert into webhook_delivery (id, webhook, event, body, state, created_at, tries, next_at, problem)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.webhook(),
                row.event(),
                row.body(),
                row.state(),
                row.createdAt(),
                row.tries(),
                row.next(),
                row.problem());
    }

    @Override
    public void update(DeliveryRow row) {
        sql.change(
                "update webhook_delivery set state = ?, tries = ?, next_at = ?, problem = ?, held_until = null where id = ?",
                row.state(),
                row.tries(),
                row.next(),
                row.problem(),
                row.id());
    }

    @Override
    public List<DeliveryRow> deliveries(String webhook, @Nullable String state, int limit) {
        String newest = " order by created_at desc, id limit ?";
        return state == null
                ? sql.list(DELIVERY + "where webhook = ?" + newest, SqlWebhooks::delivery, webhook, limit)
                : sql.list(
                        DELIVERY + "where webhook = ? and state = ?" + newest,
                        SqlWebhooks::delivery,
                        webhook,
                        state,
                        limit);
    }

    @Override
    public Optional<DeliveryRow> delivery(String id) {
        return sql.first(DELIVERY + "where id = ?", SqlWebhooks::delivery, id);
    }

    @Override
    public long count(String webhook, String state) {
        return sql.count("select count(*) from webhook_delivery where webhook = ? and state = ?", webhook, state);
    }

    @Override
    public Optional<DeliveryRow> due(String webhook, Instant now) {
        return sql.first(
                DELIVERY + "where webhook = ? and state = 'WAITING' and next_at <= ?"
                        + " and (held_until is null or held_until < ?) order by next_at, id limit 1",
                SqlWebhooks::delivery,
                webhook,
                now,
                now);
    }

    @Override
    public List<DeliveryRow> waiting(String webhook, Instant now, int limit) {
        return sql.list(
                DELIVERY + "where webhook = ? and state = 'WAITING' and next_at > ? order by created_at, id limit ?",
                SqlWebhooks::delivery,
                webhook,
                now,
                limit);
    }

    @Override
    public boolean claim(String id, Instant now, Instant until) {
        return sql.change(
                        "update webhook_delivery set held_until = ? where id = ? and state = 'WAITING' and next_at <= ?"
                                + " and (held_until is null or held_until < ?)",
                        until,
                        id,
                        now,
                        now)
                > 0;
    }

    @Override
    public void removeSettled(String state, Instant before) {
        sql.change("delete from webhook_delivery where state = ? and coalesce(next_at, created_at) < ?", state, before);
    }

    @Override
    public Map<String, String> announced(String topic) {
        Map<String, String> told = new HashMap<>();
        sql.list(
                        "select item, told from webhook_announced where topic = ?",
                        row -> Map.entry(row.getString("item"), row.getString("told")),
                        topic)
                .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        return told;
    }

    @Override
    public void lockTopic(String topic) {
        if (sql.first("select topic from webhook_topic where topic = ? for update", row -> true, topic)
                .isEmpty()) {
            sql.change("insert into webhook_topic (topic) values (?)", topic);
        }
    }

    @Override
    public void announce(String topic, String key, String value) {
        if (sql.change("update webhook_announced set told = ? where topic = ? and item = ?", value, topic, key) == 0) {
            sql.change("insert into webhook_announced (topic, item, told) values (?, ?, ?)", topic, key, value);
        }
    }

    @Override
    public List<String> topicsOf(String key) {
        return sql.list(
                "select topic from webhook_announced where item = ? order by topic",
                row -> row.getString("topic"),
                key);
    }

    @Override
    public void forget(String topic, String key) {
        sql.change("delete from webhook_announced where topic = ? and item = ?", topic, key);
    }

    private static Former former(ResultSet row) throws SQLException {
        return new Former(row.getString("secret"), Sql.instant(row, "replaced_at"));
    }

    private static WebhookRow webhook(ResultSet row, List<Former> former) throws SQLException {
        return new WebhookRow(
                row.getString("id"),
                row.getString("url"),
                Arrays.asList(row.getString("events").split(",")),
                row.getString("network"),
                row.getString("secret"),
                former,
                Sql.instantOrNull(row, "rotated_at"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"));
    }

    private static DeliveryRow delivery(ResultSet row) throws SQLException {
        return new DeliveryRow(
                row.getString("id"),
                row.getString("webhook"),
                row.getString("event"),
                row.getString("body"),
                row.getString("state"),
                Sql.instant(row, "created_at"),
                row.getInt("tries"),
                Sql.instantOrNull(row, "next_at"),
                row.getString("problem"));
    }
}
