package org.assay.store.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assay.core.store.AuditRow;
import org.assay.core.store.KeyRow;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.PreviewRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.StandingRow;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.TokenRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;
import org.assay.store.internal.TestDatabase;
import org.assay.store.internal.TestDatabase.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
class SqlStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final RegimeRow BSI = new RegimeRow("de-bsi", true, NOON, "admin");
    private static final NetworkRow NETWORK = new NetworkRow("alpha", "Alpha & Söhne", "DE", 1, NOON, "admin");

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private TestDatabase database;
    private HikariDataSource pool;
    private Store store;

    @BeforeEach
    void start() {
        database = kind.create(folder);
        open();
    }

    private void open() {
        pool = database.pool();
        store = SqlStore.withRows(pool, folder.resolve("aside"), folder.resolve("restore.zip"));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void restart() {
        close();
        open();
    }

    private void change(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    @Test
    void keepsRegimesOverARestart() {
        change(tx -> tx.regimes().put(BSI));
        change(tx -> tx.regimes().put(new RegimeRow("de-bsi", false, LATER, "bob")));
        restart();

        assertThat(store.read((Transaction tx) -> tx.regimes().all()))
                .containsExactly(new RegimeRow("de-bsi", false, LATER, "bob"));
        assertThat(store.read((Transaction tx) -> tx.regimes().find("fr-anssi")))
                .isEmpty();
    }

    @Test
    void keepsPacksAndTheirEventsOverARestart() {
        PackRow open = pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null);
        PackRow ended = pack("sha256:2", "2021.1.0", LocalDate.of(2021, 5, 28), LocalDate.of(2025, 12, 5));
        change(tx -> {
            tx.regimes().put(BSI);
            tx.packs().insert(open);
            tx.packs().insert(ended);
            tx.packs().addEvent(event(open, "STAGED"));
            tx.packs().addEvent(event(ended, "STAGED"));
        });
        change(tx -> {
            tx.packs().update(open.activated("ACTIVE", LATER, "bob"));
            tx.packs().addEvent(event(open, "ACTIVATED"));
        });
        restart();

        assertThat(store.read((Transaction tx) -> tx.packs().of("de-bsi")))
                .containsExactly(open.activated("ACTIVE", LATER, "bob"), ended);
        assertThat(store.read((Transaction tx) -> tx.packs().byDigest("sha256:2")))
                .contains(ended);
        List<PackEventRow> events = store.read((Transaction tx) -> tx.packs().events("de-bsi", null, 10));
        assertThat(events).extracting(PackEventRow::step).containsExactly("ACTIVATED", "STAGED", "STAGED");
        assertThat(store.read((Transaction tx) ->
                        tx.packs().events("de-bsi", events.get(0).number(), 1)))
                .extracting(PackEventRow::digest)
                .containsExactly("sha256:2");
        assertThat(store.read((Transaction tx) -> tx.packs().countEvents("de-bsi")))
                .isEqualTo(3);
    }

    @Test
    void keepsApprovalsAndPlansAndFindsThoseThatAreDue() {
        PackRow pack = pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null);
        PackRow planned = pack.with(new PackRow.Approval(NOON, "bob"), new PackRow.Plan(LATER, true, "bob", NOON));
        change(tx -> {
            tx.regimes().put(BSI);
            tx.packs().insert(pack);
            tx.packs().update(planned);
        });
        restart();

        assertThat(store.read((Transaction tx) -> tx.packs().byDigest("sha256:1")))
                .contains(planned);
        assertThat(store.read((Transaction tx) -> tx.packs().due(LATER.minusMillis(1))))
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.packs().due(LATER))).containsExactly(planned);
        change(tx -> tx.packs().update(planned.activated("ACTIVE", LATER, "bob")));
        assertThat(store.read((Transaction tx) -> tx.packs().due(LATER))).isEmpty();
    }

    @Test
    void remembersWhoMadeTokensThatAreGone() {
        change(tx -> tx.access().addToken(new TokenRow("ann", "sha256:h", NOON, "admin")));
        change(tx -> tx.access().removeToken("ann"));
        change(tx -> tx.access().addToken(new TokenRow("ann", "sha256:i", NOON, "bob")));
        change(tx -> tx.access().removeToken("ann"));
        change(tx -> tx.access().addToken(new TokenRow("ann", "sha256:j", NOON, "bob")));
        restart();

        assertThat(store.read((Transaction tx) -> tx.access().makers()))
                .containsExactly(Map.entry("ann", Set.of("admin", "bob")));
    }

    @Test
    void keepsWaiversWithTheirSteps() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        WaiverRow.Step asked = new WaiverRow.Step(day, NOON, "ann");
        WaiverRow waiver = new WaiverRow(
                "0190-1",
                "alpha",
                "de-bsi",
                "DE-1",
                "component",
                "amf",
                "Eve",
                "it is being replaced",
                "Europe/Berlin",
                day.plusDays(30),
                asked,
                null,
                null,
                null);
        WaiverRow approved = waiver.approved(new WaiverRow.Step(day, LATER, "bob"));
        WaiverRow withdrawn = approved.withdrawn(new WaiverRow.Step(day.plusDays(1), LATER, "ann"), "it was replaced");
        change(tx -> {
            tx.regimes().put(BSI);
            tx.networks().put(NETWORK);
            tx.waivers().insert(waiver);
        });
        restart();
        assertThat(store.read((Transaction tx) -> tx.waivers().of("alpha"))).containsExactly(waiver);
        change(tx -> tx.waivers().update(approved));
        assertThat(store.read((Transaction tx) -> tx.waivers().find("0190-1"))).contains(approved);
        change(tx -> tx.waivers().update(withdrawn));
        assertThat(store.read((Transaction tx) -> tx.waivers().lock("0190-1"))).contains(withdrawn);
        assertThat(store.read((Transaction tx) -> tx.waivers().of("beta"))).isEmpty();
    }

    @Test
    void keepsKeysWithTheirTerms() {
        KeyRow key =
                new KeyRow("ab", "PEM", "ours", List.of("de-*", "fr-anssi"), Instant.EPOCH, LATER, NOON, "admin", null);
        KeyRow changed = new KeyRow("ab", "PEM", "", List.of("*"), NOON, null, NOON, "admin", null);
        change(tx -> tx.keys().put(key));
        restart();
        assertThat(store.read((Transaction tx) -> tx.keys().all())).containsExactly(key);
        change(tx -> tx.keys().put(changed));
        assertThat(store.read((Transaction tx) -> tx.keys().lock("ab"))).contains(changed);
        KeyRow revoked = changed.revoked(new KeyRow.Revocation(LATER, "bob", "it was lost"));
        change(tx -> tx.keys().put(revoked));
        restart();
        assertThat(store.read((Transaction tx) -> tx.keys().all())).containsExactly(revoked);
    }

    @Test
    void aPackThatAnAuditCitesCannotBeDeleted() throws SQLException {
        change(tx -> {
            tx.regimes().put(BSI);
            tx.packs().insert(pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null));
            tx.packs().insert(pack("sha256:2", "2026.2.0", LocalDate.of(2025, 12, 6), null));
            tx.networks().put(NETWORK);
            tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON));
            tx.audits().insert(audit("0190-1"));
        });

        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from pack where digest = 'sha256:1'"))
                    .isInstanceOf(SQLException.class);
            assertThat(statement.executeUpdate("delete from pack where digest = 'sha256:2'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void keepsNetworksAndFindsSnapshotsByTimeAndDigest() {
        change(tx -> {
            tx.networks().put(NETWORK);
            tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON));
            tx.networks().addSnapshot(snapshot(2, "sha256:b", LATER));
            tx.networks().addSnapshot(snapshot(3, "sha256:a", LATER.plusSeconds(1)));
        });
        restart();

        assertThat(store.read((Transaction tx) -> tx.networks().find("alpha"))).contains(NETWORK);
        assertThat(store.read((Transaction tx) -> tx.networks().page(null, 10))).containsExactly(NETWORK);
        assertThat(store.read((Transaction tx) -> tx.networks().page("alpha", 10)))
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.networks().count())).isEqualTo(1);
        assertThat(store.read((Transaction tx) -> tx.networks().latest("alpha"))
                        .orElseThrow()
                        .number())
                .isEqualTo(3);
        assertThat(store.read((Transaction tx) -> tx.networks().knownAt("alpha", NOON.minusMillis(1))))
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.networks().knownAt("alpha", LATER))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(store.read((Transaction tx) -> tx.networks().byDigest("alpha", "sha256:a"))
                        .orElseThrow()
                        .number())
                .isEqualTo(3);
        assertThat(store.read((Transaction tx) -> tx.networks().snapshots("alpha", 3L, 1)))
                .containsExactly(snapshot(2, "sha256:b", LATER));
        assertThat(store.read((Transaction tx) -> tx.networks().countSnapshots("alpha")))
                .isEqualTo(3);
    }

    @Test
    void keepsAuditsWithTheirPartsOverARestart() {
        AuditRow running = audit("0190-1");
        AuditRow.Part done =
                new AuditRow.Part("de-bsi", "2026.1.0", "sha256:1", 1, "{}", "sha256:v", "sha256:m", "{\"PASS\":1}");
        change(tx -> {
            tx.regimes().put(BSI);
            tx.packs().insert(pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null));
            tx.networks().put(NETWORK);
            tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON));
            tx.audits().insert(running);
            tx.audits().insert(audit("0190-2"));
        });
        change(tx -> tx.audits().update(running.ended("DONE", null, LATER, List.of(done), TURN)));
        restart();

        assertThat(store.read((Transaction tx) -> tx.audits().find("0190-1")))
                .contains(running.ended("DONE", null, LATER, List.of(done), TURN));
        assertThat(store.read((Transaction tx) -> tx.audits().inState("RUNNING")))
                .containsExactly(audit("0190-2"));
        assertThat(store.read((Transaction tx) -> tx.audits().page(null, false, null, 10)))
                .extracting(AuditRow::id)
                .containsExactly("0190-2", "0190-1");
        assertThat(store.read((Transaction tx) -> tx.audits().page("alpha", false, "0190-2", 10)))
                .extracting(AuditRow::id)
                .containsExactly("0190-1");
        assertThat(store.read((Transaction tx) -> tx.audits().count("alpha", false)))
                .isEqualTo(2);
        assertThat(store.read((Transaction tx) -> tx.audits().count("beta", false)))
                .isZero();
    }

    @Test
    void keepsWhichPreviewsAnActivationReliedOn() {
        PreviewRow first = new PreviewRow("sha256:1", NOON, "0190-1", "ann");
        PreviewRow later = new PreviewRow("sha256:1", LATER, "0190-1", "bob");
        change(tx -> {
            withAnAudit(tx);
            tx.packs().rely(later);
            tx.packs().rely(first);
        });
        restart();

        assertThat(store.read((Transaction tx) -> tx.packs().relied("sha256:1")))
                .containsExactly(first, later);
        assertThat(store.read((Transaction tx) -> tx.packs().relied("sha256:2")))
                .isEmpty();
    }

    @Test
    void keepsStandingAuditsAndGivesEachToOneNodeAtATime() {
        StandingRow asked = new StandingRow("alpha", List.of("de-bsi", "eu-toolbox"), NOON, "ann", null, null);
        change(tx -> {
            withAnAudit(tx);
            tx.standing().put(asked);
        });
        restart();
        assertThat(store.read((Transaction tx) -> tx.standing().all())).containsExactly(asked);
        assertThat(claimed("a", NOON)).isTrue();
        assertThat(claimed("b", NOON)).isFalse();
        assertThat(claimed("a", NOON)).isTrue();
        assertThat(claimed("b", LATER.plusMillis(1))).isTrue();

        StandingRow tried = asked.tried("0190-1", "the regime is away");
        change(tx -> tx.standing().put(tried));
        restart();
        assertThat(store.read((Transaction tx) -> tx.standing().find("alpha"))).contains(tried);
        assertThat(claimed("a", NOON)).as("whoever was done holds it no longer").isTrue();
        assertThat(store.write((Transaction tx) -> tx.standing().remove("alpha")))
                .isTrue();
        assertThat(store.write((Transaction tx) -> tx.standing().remove("alpha")))
                .isFalse();
    }

    private boolean claimed(String node, Instant now) {
        return store.write(tx -> tx.standing().claim("alpha", node, now, now.plusSeconds(60)));
    }

    @Test
    void tellsTrialsFromAuditsOfWhatIs() {
        AuditRow is = audit("0190-1", null);
        AuditRow trial = audit("0190-2", "{}");
        change(tx -> {
            withAnAudit(tx);
            tx.audits().insert(trial);
        });
        restart();

        assertThat(store.read((Transaction tx) -> tx.audits().page("alpha", false, null, 10)))
                .containsExactly(is);
        assertThat(store.read((Transaction tx) -> tx.audits().page("alpha", true, null, 10)))
                .containsExactly(trial);
        assertThat(store.read((Transaction tx) -> tx.audits().count(null, true)))
                .isEqualTo(1);
    }

    private static void withAnAudit(Transaction tx) {
        tx.regimes().put(BSI);
        tx.packs().insert(pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null));
        tx.networks().put(NETWORK);
        tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON));
        tx.audits().insert(audit("0190-1"));
    }

    @Test
    void saysThatADatabaseIsAwayAndGoesOnWhenItIsBack() throws SQLException {
        change(tx -> tx.networks().put(NETWORK));
        try (Outage outage = new Outage(pool)) {
            Store through = SqlStore.withRows(outage, folder.resolve("aside-2"), folder.resolve("restore.zip"));
            outage.begin();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> through.read(tx -> tx.networks().count()))
                        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.reason())
                                .isEqualTo(StoreException.Reason.AWAY));
            }
            outage.end();

            assertThat(through.read((Transaction tx) -> tx.networks().count())).isEqualTo(1);
        }
    }

    @Test
    void keepsTokensAndReplies() {
        TokenRow token = new TokenRow("admin", "sha256:h", NOON, "first start");
        ReplyRow claim = new ReplyRow("admin", "k-1", "POST /audits", NOON, null);
        ReplyRow answered = new ReplyRow("admin", "k-1", "POST /audits", NOON, "{\"status\":201}");
        change(tx -> {
            tx.access().addToken(token);
            tx.access().claim(claim);
            tx.access().claim(new ReplyRow("admin", "k-2", "POST /audits", LATER, null));
        });
        change(tx -> tx.access().answer(answered));
        restart();

        assertThat(store.read((Transaction tx) -> tx.access().tokens())).containsExactly(token);
        assertThat(store.read((Transaction tx) -> tx.access().reply("admin", "k-1")))
                .contains(answered);
        change(tx -> tx.access().removeReplies(NOON, true));
        assertThat(store.read((Transaction tx) -> tx.access().reply("admin", "k-2")))
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.access().reply("admin", "k-1")))
                .contains(answered);
        change(tx -> tx.access().removeReplies(LATER, false));
        assertThat(store.read((Transaction tx) -> tx.access().reply("admin", "k-1")))
                .isEmpty();
        assertThat(store.write((Transaction tx) -> tx.access().removeToken("admin")))
                .isTrue();
        assertThat(store.write((Transaction tx) -> tx.access().removeToken("admin")))
                .isFalse();
    }

    @Test
    void undoesAllOfAWorkThatThrows() {
        assertThatThrownBy(() -> change(tx -> {
                    tx.networks().put(NETWORK);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        assertThat(store.read((Transaction tx) -> tx.networks().count())).isZero();
    }

    @Test
    void tellsWhatTheDatabaseRefused() {
        assertThatThrownBy(() -> change(tx -> tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the database refused");
    }

    @Test
    void runsChangesOfOneLockedRowOneByOne() throws Exception {
        change(tx -> tx.networks().put(NETWORK));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                all.add(threads.submit(() -> store.write(tx -> {
                    NetworkRow row = tx.networks().lock("alpha").orElseThrow();
                    tx.networks()
                            .put(new NetworkRow(row.id(), row.name(), row.country(), row.revision() + 1, LATER, "bob"));
                    return true;
                })));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(store.read((Transaction tx) -> tx.networks().find("alpha"))
                        .orElseThrow()
                        .revision())
                .isEqualTo(61);
    }

    @Test
    void repeatsAWorkThatAnotherTransactionForestalled() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                all.add(threads.submit(() -> store.write(tx -> {
                    tx.regimes().put(BSI);
                    return true;
                })));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(store.read((Transaction tx) -> tx.regimes().all())).containsExactly(BSI);
    }

    private static PackRow pack(String digest, String version, LocalDate from, LocalDate to) {
        return new PackRow(
                digest,
                "de-bsi",
                version,
                1,
                from,
                to,
                "STAGED",
                "BUNDLE",
                NOON,
                "bundle",
                null,
                null,
                "{}",
                "sha256:e",
                null,
                null);
    }

    private static PackEventRow event(PackRow pack, String step) {
        return new PackEventRow(0, pack.regime(), pack.version(), pack.digest(), step, "admin", NOON);
    }

    private static SnapshotRow snapshot(long number, String digest, Instant at) {
        return new SnapshotRow("alpha", number, digest, "sha256:f", at, "admin", "{\"component\":2}");
    }

    private static final AuditRow.Turn TURN = new AuditRow.Turn(LocalDate.of(2026, 12, 31), "a date");

    private static AuditRow audit(String id) {
        return audit(id, null);
    }

    private static AuditRow audit(String id, @Nullable String trial) {
        AuditRow.Part part = new AuditRow.Part("de-bsi", "2026.1.0", "sha256:1", 1, "{}", null, null, null);
        return new AuditRow(
                id,
                "alpha",
                1,
                "sha256:a",
                "sha256:f",
                LocalDate.of(2026, 11, 21),
                NOON,
                "RUNNING",
                null,
                NOON,
                "admin",
                null,
                List.of(part),
                trial,
                "Europe/Berlin",
                null);
    }
}
