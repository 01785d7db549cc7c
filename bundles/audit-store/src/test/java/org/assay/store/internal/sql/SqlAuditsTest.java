package org.assay.store.internal.sql;

import static org.assay.store.internal.sql.SampleRows.BSI;
import static org.assay.store.internal.sql.SampleRows.LATER;
import static org.assay.store.internal.sql.SampleRows.NETWORK;
import static org.assay.store.internal.sql.SampleRows.NOON;
import static org.assay.store.internal.sql.SampleRows.TURN;
import static org.assay.store.internal.sql.SampleRows.audit;
import static org.assay.store.internal.sql.SampleRows.pack;
import static org.assay.store.internal.sql.SampleRows.snapshot;
import static org.assay.store.internal.sql.SampleRows.withAnAudit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.store.AuditRow;
import org.assay.core.store.StandingRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows about networks, audits and waivers. */
@ParameterizedClass
@EnumSource(Kind.class)
class SqlAuditsTest {
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
    void keepsNetworksAndFindsSnapshotsByTimeAndDigest() {
        bench.change(tx -> {
            tx.networks().put(NETWORK);
            tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON));
            tx.networks().addSnapshot(snapshot(2, "sha256:b", LATER));
            tx.networks().addSnapshot(snapshot(3, "sha256:a", LATER.plusSeconds(1)));
        });
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.networks().find("alpha"))).contains(NETWORK);
        assertThat(bench.read((Transaction tx) -> tx.networks().page(null, 10))).containsExactly(NETWORK);
        assertThat(bench.read((Transaction tx) -> tx.networks().page("alpha", 10)))
                .isEmpty();
        assertThat(bench.read((Transaction tx) -> tx.networks().count())).isEqualTo(1);
        assertThat(bench.read((Transaction tx) -> tx.networks().latest("alpha"))
                        .orElseThrow()
                        .number())
                .isEqualTo(3);
        assertThat(bench.read((Transaction tx) -> tx.networks().knownAt("alpha", NOON.minusMillis(1))))
                .isEmpty();
        assertThat(bench.read((Transaction tx) -> tx.networks().knownAt("alpha", LATER))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(bench.read((Transaction tx) -> tx.networks().byDigest("alpha", "sha256:a"))
                        .orElseThrow()
                        .number())
                .isEqualTo(3);
        assertThat(bench.read((Transaction tx) -> tx.networks().byDigest("alpha", "sha256:a", LATER))
                        .orElseThrow()
                        .number())
                .isEqualTo(1);
        assertThat(bench.read((Transaction tx) -> tx.networks().byDigest("alpha", "sha256:b", NOON)))
                .isEmpty();
        assertThat(bench.read((Transaction tx) -> tx.networks().snapshots("alpha", 3L, 1)))
                .containsExactly(snapshot(2, "sha256:b", LATER));
        assertThat(bench.read((Transaction tx) -> tx.networks().countSnapshots("alpha")))
                .isEqualTo(3);
    }

    @Test
    void keepsAuditsWithTheirPartsOverARestart() {
        AuditRow running = audit("0190-1");
        AuditRow.Part done =
                new AuditRow.Part("de-bsi", "2026.1.0", "sha256:1", 1, "{}", "sha256:v", "sha256:m", "{\"PASS\":1}");
        bench.change(tx -> {
            tx.regimes().put(BSI);
            tx.packs().insert(pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null));
            tx.networks().put(NETWORK);
            tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON));
            tx.audits().insert(running);
            tx.audits().insert(audit("0190-2"));
        });
        bench.change(tx -> tx.audits().update(running.ended("DONE", null, LATER, List.of(done), TURN)));
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.audits().find("0190-1")))
                .contains(running.ended("DONE", null, LATER, List.of(done), TURN));
        assertThat(bench.read((Transaction tx) -> tx.audits().inState("RUNNING")))
                .containsExactly(audit("0190-2"));
        assertThat(bench.read((Transaction tx) -> tx.audits().page(null, false, null, 10)))
                .extracting(AuditRow::id)
                .containsExactly("0190-2", "0190-1");
        assertThat(bench.read((Transaction tx) -> tx.audits().page("alpha", false, "0190-2", 10)))
                .extracting(AuditRow::id)
                .containsExactly("0190-1");
        assertThat(bench.read((Transaction tx) -> tx.audits().count("alpha", false)))
                .isEqualTo(2);
        assertThat(bench.read((Transaction tx) -> tx.audits().count("beta", false)))
                .isZero();
    }

    @Test
    void keepsStandingAuditsAndGivesEachToOneNodeAtATime() {
        StandingRow asked = new StandingRow("alpha", List.of("de-bsi", "eu-toolbox"), NOON, "ann", null, null);
        bench.change(tx -> {
            withAnAudit(tx);
            tx.standing().put(asked);
        });
        bench.restart();
        assertThat(bench.read((Transaction tx) -> tx.standing().all())).containsExactly(asked);
        assertThat(claimed("a", NOON)).isTrue();
        assertThat(claimed("b", NOON)).isFalse();
        assertThat(claimed("a", NOON)).isTrue();
        assertThat(claimed("b", LATER.plusMillis(1))).isTrue();

        StandingRow tried = asked.tried("0190-1", "the regime is away");
        bench.change(tx -> tx.standing().put(tried));
        bench.restart();
        assertThat(bench.read((Transaction tx) -> tx.standing().find("alpha"))).contains(tried);
        assertThat(claimed("a", NOON)).as("whoever was done holds it no longer").isTrue();
        assertThat(bench.write((Transaction tx) -> tx.standing().remove("alpha")))
                .isTrue();
        assertThat(bench.write((Transaction tx) -> tx.standing().remove("alpha")))
                .isFalse();
    }

    private boolean claimed(String node, Instant now) {
        return bench.write((Transaction tx) -> tx.standing().claim("alpha", node, now, now.plusSeconds(60)));
    }

    @Test
    void tellsTrialsFromAuditsOfWhatIs() {
        AuditRow is = audit("0190-1", null);
        AuditRow trial = audit("0190-2", "{}");
        bench.change(tx -> {
            withAnAudit(tx);
            tx.audits().insert(trial);
        });
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.audits().page("alpha", false, null, 10)))
                .containsExactly(is);
        assertThat(bench.read((Transaction tx) -> tx.audits().page("alpha", true, null, 10)))
                .containsExactly(trial);
        assertThat(bench.read((Transaction tx) -> tx.audits().count(null, true)))
                .isEqualTo(1);
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
        bench.change(tx -> {
            tx.regimes().put(BSI);
            tx.networks().put(NETWORK);
            tx.waivers().insert(waiver);
        });
        bench.restart();
        assertThat(bench.read((Transaction tx) -> tx.waivers().of("alpha"))).containsExactly(waiver);
        bench.change(tx -> tx.waivers().update(approved));
        assertThat(bench.read((Transaction tx) -> tx.waivers().find("0190-1"))).contains(approved);
        bench.change(tx -> tx.waivers().update(withdrawn));
        assertThat(bench.read((Transaction tx) -> tx.waivers().lock("0190-1"))).contains(withdrawn);
        assertThat(bench.read((Transaction tx) -> tx.waivers().of("beta"))).isEmpty();
    }
}
