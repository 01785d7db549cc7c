package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.AuditView;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes on one store. */
class NodesTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    private Bench a;
    private Bench b;

    @BeforeEach
    void start() {
        a = Bench.in(first);
        b = a.beside(second);
        for (Bench node : List.of(a, b)) {
            node.container.brings(REGIME, TestPacks.pack(REGIME, "1.0.0", "a"));
            node.core.installers().set(node.container);
        }
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
    }

    @Test
    void aRegimeInstalledOrRemovedOnOneComesAndGoesOnTheOther() {
        a.core.regimes().install(REGIME, "ann");
        b.core.registry().sweep();
        assertThat(b.core.settled(REGIME, Bench.PATIENCE)).isTrue();
        assertThat(b.core.regimes().get(REGIME).installedBy()).isEqualTo("ann");
        assertThat(b.container.isInstalled(REGIME)).isTrue();

        a.core.regimes().uninstall(REGIME, "ann");
        b.core.registry().sweep();
        assertThat(b.container.isInstalled(REGIME)).isFalse();
        assertThat(a.core.regimes().installed()).isEmpty();
    }

    @Test
    void whatWasRemovedElsewhereStaysRemovedOnANodeThatWasDown() {
        a.core.regimes().install(REGIME, "ann");
        b.core.registry().sweep();
        assertThat(b.core.settled(REGIME, Bench.PATIENCE)).isTrue();
        b.close();
        a.core.regimes().uninstall(REGIME, "ann");
        b = b.restartWithCache();

        Eventually.becomes(
                "the container gives it up", Bench.PATIENCE, () -> b.container.isInstalled(REGIME), there -> !there);
        assertThat(b.core.regimes().installed()).isEmpty();
        assertThat(a.core.regimes().installed()).isEmpty();
        a.core.regimes().install(REGIME, "ann");
        Eventually.becomes("it comes again", Bench.PATIENCE, () -> b.container.isInstalled(REGIME), there -> there);
    }

    @Test
    void whatIsStillInstalledComesBackFromTheCache() {
        a.core.regimes().install(REGIME, "ann");
        b.core.registry().sweep();
        assertThat(b.core.settled(REGIME, Bench.PATIENCE)).isTrue();
        b = b.restartWithCache();

        assertThat(b.core.settled(REGIME, Bench.PATIENCE)).isTrue();
        assertThat(b.core.regimes().get(REGIME).installedBy()).isEqualTo("ann");
        assertThat(b.core.readiness().check().ready()).isTrue();
    }

    @Test
    void aCacheBesideANewDatabaseInstallsNothingUntilSomebodyAsks() {
        a.core.regimes().install(REGIME, "ann");
        a = a.withAnotherStore();
        assertThat(a.core.regimes().installed()).isEmpty();
        Eventually.becomes(
                "the container gives it up", Bench.PATIENCE, () -> a.container.isInstalled(REGIME), there -> !there);
        assertThat(a.core.regimes().installed()).isEmpty();

        assertThat(a.core.regimes().install(REGIME, "eve").installedBy()).isEqualTo("eve");
        assertThat(a.core.regimes().get(REGIME).active()).hasSize(1);
    }

    @Test
    void whatIsLeftOverIsTakenWhereSomebodyAsksForItAtOnce() {
        a.core.regimes().install(REGIME, "ann");
        a.container.broken(true);
        a = a.withAnotherStore();
        a.container.broken(false);

        assertThat(a.core.regimes().install(REGIME, "eve").installedBy()).isEqualTo("eve");
    }

    @Test
    void anActivationOnOneIsWhatTheOtherAuditsBy() {
        a.core.regimes().install(REGIME, "ann");
        b.core.registry().sweep();
        assertThat(b.core.settled(REGIME, Bench.PATIENCE)).isTrue();
        a.network("alpha", "a");
        String before = b.audit("alpha", REGIME).regimes().get(0).packVersion();
        a.core.packs().stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann");
        a.core.packs().activate(REGIME, "2.0.0", "bob");

        assertThat(before).isEqualTo("1.0.0");
        assertThat(b.audit("alpha", REGIME).regimes().get(0).packVersion()).isEqualTo("2.0.0");
    }

    @Test
    void anAuditIsDoneByOneNodeAndTakenOverWhenThatIsGone() {
        a.core.regimes().install(REGIME, "ann");
        a.network("alpha", "a");
        AuditRow begun = begunOn("node-that-is-gone", a.audit("alpha", REGIME));

        b.core.sweepAudits();
        assertThat(state(begun.id())).isEqualTo("RUNNING");

        b.clock.forward(Duration.ofSeconds(61));
        b.core.sweepAudits();
        Eventually.becomes("the audit is taken over", Bench.PATIENCE, () -> state(begun.id()), "DONE"::equals);
    }

    private String state(String id) {
        return a.store
                .read((Transaction tx) -> tx.audits().find(id))
                .orElseThrow()
                .state();
    }

    /** An audit like another, which a node began and no longer goes on with. */
    private AuditRow begunOn(String node, AuditView like) {
        Instant now = a.clock.instant();
        return a.store.write(tx -> {
            AuditRow done = tx.audits().find(like.id()).orElseThrow();
            AuditRow begun = new AuditRow(
                    "0190-0",
                    done.network(),
                    done.snapshot(),
                    done.digest(),
                    done.facts(),
                    LocalDate.of(2026, 11, 20),
                    done.knownAt(),
                    "RUNNING",
                    null,
                    now,
                    "ann",
                    null,
                    done.parts());
            tx.audits().insert(begun);
            tx.audits().claim(begun.id(), node, now, now.plusSeconds(60));
            return begun;
        });
    }
}
