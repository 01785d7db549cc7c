package org.assay.store.internal.sql;

import static org.assay.store.internal.sql.SampleRows.BSI;
import static org.assay.store.internal.sql.SampleRows.LATER;
import static org.assay.store.internal.sql.SampleRows.NETWORK;
import static org.assay.store.internal.sql.SampleRows.NOON;
import static org.assay.store.internal.sql.SampleRows.audit;
import static org.assay.store.internal.sql.SampleRows.event;
import static org.assay.store.internal.sql.SampleRows.pack;
import static org.assay.store.internal.sql.SampleRows.snapshot;
import static org.assay.store.internal.sql.SampleRows.withAnAudit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.store.KeyRow;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.PreviewRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.Transaction;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows about regimes, packs and keys. */
@ParameterizedClass
@EnumSource(Kind.class)
class SqlPacksTest {
    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private SqlBench bench;

    @BeforeEach
    void start() {
        bench = new SqlBench(kind, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void keepsRegimesOverARestart() {
        bench.change(tx -> tx.regimes().put(BSI));
        bench.change(tx -> tx.regimes().put(new RegimeRow("de-bsi", false, LATER, "bob")));
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.regimes().all()))
                .containsExactly(new RegimeRow("de-bsi", false, LATER, "bob"));
        assertThat(bench.read((Transaction tx) -> tx.regimes().find("fr-anssi")))
                .isEmpty();
    }

    @Test
    void keepsPacksAndTheirEventsOverARestart() {
        PackRow open = pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null);
        PackRow ended = pack("sha256:2", "2021.1.0", LocalDate.of(2021, 5, 28), LocalDate.of(2025, 12, 5));
        bench.change(tx -> {
            tx.regimes().put(BSI);
            tx.packs().insert(open);
            tx.packs().insert(ended);
            tx.packs().addEvents(List.of(event(open, "STAGED")));
            tx.packs().addEvents(List.of(event(ended, "STAGED")));
        });
        bench.change(tx -> {
            tx.packs().update(List.of(open.activated("ACTIVE", LATER, "bob")));
            tx.packs().addEvents(List.of(event(open, "ACTIVATED")));
        });
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.packs().of("de-bsi")))
                .containsExactly(open.activated("ACTIVE", LATER, "bob"), ended);
        assertThat(bench.read((Transaction tx) -> tx.packs().byDigest("sha256:2")))
                .contains(ended);
        List<PackEventRow> events = bench.read((Transaction tx) -> tx.packs().events("de-bsi", null, 10));
        assertThat(events).extracting(PackEventRow::step).containsExactly("ACTIVATED", "STAGED", "STAGED");
        assertThat(bench.read((Transaction tx) ->
                        tx.packs().events("de-bsi", events.get(0).number(), 1)))
                .extracting(PackEventRow::digest)
                .containsExactly("sha256:2");
        assertThat(bench.read((Transaction tx) -> tx.packs().eventsUntil("de-bsi", NOON)))
                .extracting(PackEventRow::number)
                .isSorted()
                .hasSize(3);
        assertThat(bench.read((Transaction tx) -> tx.packs().eventsUntil("de-bsi", NOON.minusMillis(1))))
                .isEmpty();
        assertThat(bench.read((Transaction tx) -> tx.packs().countEvents("de-bsi")))
                .isEqualTo(3);
    }

    @Test
    void keepsApprovalsAndPlansAndFindsThoseThatAreDue() {
        PackRow pack = pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null);
        PackRow planned = pack.with(new PackRow.Approval(NOON, "bob"), new PackRow.Plan(LATER, true, "bob", NOON));
        bench.change(tx -> {
            tx.regimes().put(BSI);
            tx.packs().insert(pack);
            tx.packs().update(List.of(planned));
        });
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.packs().byDigest("sha256:1")))
                .contains(planned);
        assertThat(bench.read((Transaction tx) -> tx.packs().due(LATER.minusMillis(1))))
                .isEmpty();
        assertThat(bench.read((Transaction tx) -> tx.packs().due(LATER))).containsExactly(planned);
        bench.change(tx -> tx.packs().update(List.of(planned.activated("ACTIVE", LATER, "bob"))));
        assertThat(bench.read((Transaction tx) -> tx.packs().due(LATER))).isEmpty();
    }

    @Test
    void aPackThatAnAuditCitesCannotBeDeleted() throws SQLException {
        bench.change(tx -> {
            tx.regimes().put(BSI);
            tx.packs().insert(pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null));
            tx.packs().insert(pack("sha256:2", "2026.2.0", LocalDate.of(2025, 12, 6), null));
            tx.networks().put(NETWORK);
            tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON));
            tx.audits().insert(audit("0190-1"));
        });

        try (Connection connection = bench.pool().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from pack where digest = 'sha256:1'"))
                    .isInstanceOf(SQLException.class);
            assertThat(statement.executeUpdate("delete from pack where digest = 'sha256:2'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void keepsWhichPreviewsAnActivationReliedOn() {
        PreviewRow first = new PreviewRow("sha256:1", NOON, "0190-1", "ann");
        PreviewRow later = new PreviewRow("sha256:1", LATER, "0190-1", "bob");
        bench.change(tx -> {
            withAnAudit(tx);
            tx.packs().rely(later);
            tx.packs().rely(first);
        });
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.packs().relied("sha256:1")))
                .containsExactly(first, later);
        assertThat(bench.read((Transaction tx) -> tx.packs().relied("sha256:2")))
                .isEmpty();
    }

    @Test
    void keepsKeysWithTheirTerms() {
        KeyRow key =
                new KeyRow("ab", "PEM", "ours", List.of("de-*", "fr-anssi"), Instant.EPOCH, LATER, NOON, "admin", null);
        KeyRow changed = new KeyRow("ab", "PEM", "", List.of("*"), NOON, null, NOON, "admin", null);
        bench.change(tx -> tx.keys().put(key));
        bench.restart();
        assertThat(bench.read((Transaction tx) -> tx.keys().all())).containsExactly(key);
        bench.change(tx -> tx.keys().put(changed));
        assertThat(bench.read((Transaction tx) -> tx.keys().lock("ab"))).contains(changed);
        KeyRow revoked = changed.revoked(new KeyRow.Revocation(LATER, "bob", "it was lost"));
        bench.change(tx -> tx.keys().put(revoked));
        bench.restart();
        assertThat(bench.read((Transaction tx) -> tx.keys().all())).containsExactly(revoked);
    }
}
