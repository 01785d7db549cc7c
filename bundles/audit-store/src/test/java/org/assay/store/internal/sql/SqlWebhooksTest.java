package org.assay.store.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.FeedRow;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;
import org.assay.core.store.WebhookRow.Former;
import org.assay.store.internal.TestDatabase;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Feeds and webhooks in both databases. */
@ParameterizedClass
@EnumSource(Kind.class)
class SqlWebhooksTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final String SECRET = "c2VjcmV0LW9mLXRoZS13ZWJob29r";
    private static final List<Former> FORMER =
            List.of(new Former("b2xk", NOON), new Former("b2xkZXI=", NOON.minusSeconds(9)));
    private static final WebhookRow ALL = new WebhookRow(
            "w-1",
            "https://a.example/",
            List.of("audit.finished", "case.moved"),
            null,
            SECRET,
            List.of(),
            null,
            NOON,
            "me");
    private static final WebhookRow ONE = new WebhookRow(
            "w-2", "https://b.example/", List.of("case.moved"), "alpha", SECRET, FORMER, NOON, NOON, "me");
    private static final FeedRow FEED = new FeedRow("alpha", "office", "sha256:feedhash", NOON, "me");

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private HikariDataSource pool;
    private Store store;

    @BeforeEach
    void open() {
        TestDatabase database = kind.create(folder);
        pool = database.pool();
        store = SqlStore.withRows(pool, folder.resolve("aside"), folder.resolve("restore.zip"));
        change(tx -> {
            tx.networks().put(new NetworkRow("alpha", "Alpha", "DE", 1, NOON, "admin"));
            tx.feeds().insert(FEED);
            tx.webhooks().insert(ALL);
            tx.webhooks().insert(ONE);
        });
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void change(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    private static DeliveryRow delivery(String id, Instant next) {
        return new DeliveryRow(id, "w-1", "case.moved", "{\"ü\":1}", "WAITING", NOON, 0, next, null);
    }

    @Test
    void feedsAreKeptAndRemoved() {
        assertThat(store.read((Transaction tx) -> tx.feeds().of("alpha"))).containsExactly(FEED);
        assertThat(store.read((Transaction tx) -> tx.feeds().of("beta"))).isEmpty();
        assertThat(store.write((Transaction tx) -> tx.feeds().remove("alpha", "office")))
                .isTrue();
        assertThat(store.write((Transaction tx) -> tx.feeds().remove("alpha", "office")))
                .isFalse();
    }

    @Test
    void webhooksAreKeptChangedAndRemovedWithWhatIsOnItsWay() {
        assertThat(store.read((Transaction tx) -> tx.webhooks().all())).containsExactly(ALL, ONE);
        WebhookRow changed = new WebhookRow(
                "w-2",
                "https://other.example/",
                List.of("pack.activated"),
                null,
                ONE.secret(),
                List.of(),
                null,
                NOON,
                "me");
        store.write(tx -> {
            tx.webhooks().update(changed);
            return true;
        });
        assertThat(store.write((Transaction tx) -> tx.webhooks().lock("w-2"))).contains(changed);
        List<Former> secrets = List.of(new Former(SECRET, NOON.plusSeconds(1)));
        WebhookRow rotated =
                new WebhookRow("w-1", ALL.url(), ALL.events(), null, "bmV3", secrets, NOON.plusSeconds(1), NOON, "me");
        change(tx -> {
            tx.webhooks().update(rotated);
            tx.webhooks().insert(delivery("d-1", NOON));
        });
        assertThat(store.write((Transaction tx) -> tx.webhooks().lock("w-1"))).contains(rotated);
        assertThat(store.write((Transaction tx) -> tx.webhooks().remove("w-1"))).isTrue();
        assertThat(store.read((Transaction tx) -> tx.webhooks().delivery("d-1")))
                .isEmpty();
        assertThat(store.write((Transaction tx) -> tx.webhooks().remove("w-1"))).isFalse();
    }

    @Test
    void aDeliveryIsDueFromItsMomentOnUntilItIsHeldOrDone() {
        DeliveryRow late = delivery("d-2", NOON.plusSeconds(60));
        change(tx -> {
            tx.webhooks().insert(late);
            tx.webhooks().insert(delivery("d-1", NOON));
        });
        assertThat(store.read((Transaction tx) -> tx.webhooks().due("w-1", NOON.minusMillis(1))))
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.webhooks().due("w-2", NOON)))
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.webhooks().due("w-1", NOON)))
                .contains(delivery("d-1", NOON));
        change(tx -> tx.webhooks().claim("d-1", NOON, NOON.plusSeconds(120)));
        assertThat(store.read((Transaction tx) -> tx.webhooks().due("w-1", NOON.plusSeconds(60))))
                .contains(late);
        change(tx -> tx.webhooks().update(late.after("DONE", 1, null, null)));
        assertThat(store.read((Transaction tx) -> tx.webhooks().due("w-1", NOON.plusSeconds(120))))
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.webhooks().due("w-1", NOON.plusSeconds(121))))
                .isPresent();
        assertThat(store.read((Transaction tx) -> tx.webhooks().count("w-1", "DONE")))
                .isEqualTo(1);
        change(tx -> tx.webhooks().removeSettled("DONE", NOON.plusSeconds(1)));
        assertThat(store.read((Transaction tx) -> tx.webhooks().deliveries("w-1", null, 10)))
                .extracting(DeliveryRow::id)
                .containsExactly("d-1");
    }

    @Test
    void whatWaitsIsListedTheOldestFirstAndIsDueOnceItIsWoken() {
        change(tx -> {
            tx.webhooks().insert(delivery("d-2", NOON.plusSeconds(60)));
            tx.webhooks().insert(delivery("d-1", NOON.plusSeconds(60)));
            tx.webhooks().insert(delivery("d-0", NOON));
        });
        List<DeliveryRow> waiting = store.read((Transaction tx) -> tx.webhooks().waiting("w-1", NOON, 10));
        assertThat(waiting).extracting(DeliveryRow::id).containsExactly("d-1", "d-2");
        assertThat(store.read((Transaction tx) -> tx.webhooks().waiting("w-1", NOON, 1)))
                .hasSize(1);
        assertThat(store.read((Transaction tx) -> tx.webhooks().waiting("w-2", NOON, 10)))
                .isEmpty();
        change(tx -> tx.webhooks().update(waiting.get(1).after("WAITING", 1, NOON.minusSeconds(9), "503")));
        assertThat(store.read((Transaction tx) -> tx.webhooks().due("w-1", NOON)))
                .map(DeliveryRow::id)
                .contains("d-2");
    }

    @Test
    void theNewestOfAStateAreListedHoweverManyOthersAreNewer() {
        change(tx -> {
            tx.webhooks().insert(delivery("d-0", NOON));
            tx.webhooks().update(delivery("d-0", NOON).after("DEAD", 11, null, "503"));
            for (int i = 1; i < 4; i++) {
                Instant later = NOON.plusSeconds(i);
                tx.webhooks()
                        .insert(new DeliveryRow("d-" + i, "w-1", "case.moved", "{}", "WAITING", later, 0, later, null));
            }
        });
        assertThat(store.read((Transaction tx) -> tx.webhooks().deliveries("w-1", "DEAD", 2)))
                .extracting(DeliveryRow::id)
                .containsExactly("d-0");
        assertThat(store.read((Transaction tx) -> tx.webhooks().deliveries("w-1", null, 2)))
                .extracting(DeliveryRow::id)
                .containsExactly("d-3", "d-2");
        assertThat(store.read((Transaction tx) -> tx.webhooks().deliveries("w-2", "DEAD", 2)))
                .isEmpty();
    }

    @Test
    void whatArrivedIsForgottenByTheMomentOfItsArrival() {
        Instant arrived = NOON.plusSeconds(600);
        change(tx -> {
            tx.webhooks().insert(delivery("d-1", NOON));
            tx.webhooks().update(delivery("d-1", NOON).after("DONE", 3, arrived, null));
            tx.webhooks().insert(delivery("d-0", NOON));
            tx.webhooks().update(delivery("d-0", NOON).after("DONE", 1, null, null));
            tx.webhooks().removeSettled("DONE", arrived);
        });
        assertThat(store.read((Transaction tx) -> tx.webhooks().deliveries("w-1", null, 9)))
                .extracting(DeliveryRow::id)
                .containsExactly("d-1");
        change(tx -> tx.webhooks().removeSettled("DEAD", arrived.plusMillis(1)));
        assertThat(store.read((Transaction tx) -> tx.webhooks().delivery("d-1")))
                .isPresent();
        change(tx -> tx.webhooks().removeSettled("DONE", arrived.plusMillis(1)));
        assertThat(store.read((Transaction tx) -> tx.webhooks().delivery("d-1")))
                .isEmpty();
    }

    @Test
    void ofManyNodesOneClaimsADelivery() throws Exception {
        change(tx -> tx.webhooks().insert(delivery("d-1", NOON)));
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> claims = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            claims.add(nodes.submit(
                    () -> store.write((Transaction tx) -> tx.webhooks().claim("d-1", NOON, NOON.plusSeconds(120)))));
        }
        int won = 0;
        for (Future<Boolean> claim : claims) {
            won += claim.get() ? 1 : 0;
        }
        nodes.shutdown();
        assertThat(won).isEqualTo(1);
    }

    @Test
    void whatWasAnnouncedIsKeptByTopic() {
        change(tx -> {
            tx.webhooks().lockTopic("cases alpha");
            tx.webhooks().announce("cases alpha", "k", "1");
            tx.webhooks().announce("cases alpha", "k", "2");
            tx.webhooks().announce("cases alpha", "l", "3");
            tx.webhooks().lockTopic("cases alpha");
            tx.webhooks().forget("cases alpha", "l");
        });
        assertThat(store.read((Transaction tx) -> tx.webhooks().announced("cases alpha")))
                .hasSize(1)
                .containsEntry("k", "2");
        assertThat(store.read((Transaction tx) -> tx.webhooks().announced("other")))
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.webhooks().topicsOf("k"))).containsExactly("cases alpha");
        assertThat(store.read((Transaction tx) -> tx.webhooks().topicsOf("l"))).isEmpty();
    }

    @Test
    void aBackUpHoldsNoneOfTheirSecrets() throws IOException {
        change(tx -> tx.webhooks().insert(delivery("d-1", NOON)));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        store.backup(zip);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                all.append(entry.getName())
                        .append('\n')
                        .append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all)
                .contains("rows/network.ndjson", "Alpha", "https://b.example/", "feedhash")
                .doesNotContain(SECRET, "b2xk", "webhook_former");
    }
}
