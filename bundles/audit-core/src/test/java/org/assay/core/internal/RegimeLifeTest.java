package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PackState;
import org.assay.core.PackView;
import org.assay.core.ProblemException;
import org.assay.core.RegimeView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegimeLifeTest {
    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void withContainer() {
        bench.core.installers().set(bench.container);
    }

    @Test
    void makesAllPacksOfAFirstArrivalActiveForTheirOwnDays() {
        bench.arrive(
                "xx-one",
                1,
                TestPacks.pack("xx-one", "2021.1.0", "2021-01-01", "2025-12-31", "old"),
                TestPacks.pack("xx-one", "2026.1.0", "2026-01-01", "never", "new"));

        RegimeView regime = bench.core.regimes().get("xx-one");
        assertThat(regime.active()).extracting(PackView::version).containsExactly("2026.1.0", "2021.1.0");
        assertThat(regime.current()).isNotNull();
        assertThat(regime.current().version()).isEqualTo("2026.1.0");
        assertThat(regime.title()).containsEntry("de", "Regelwerk xx-one");
        assertThat(regime.provider()).isEqualTo("bundle-1 1.0.0");
        assertThat(regime.installedBy()).isEqualTo("container");
    }

    @Test
    void onlyStagesWhatArrivesLater() {
        bench.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.core.registry().left(1);
        bench.arrive("xx-one", 2, TestPacks.pack("xx-one", "2.0.0", "b"));

        assertThat(bench.core.packs().list("xx-one"))
                .extracting(PackView::version, PackView::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2.0.0", PackState.STAGED),
                        org.assertj.core.groups.Tuple.tuple("1.0.0", PackState.ACTIVE));
    }

    @Test
    void activatesWhatArrivesLaterWhereTheConfigurationSaysSo() {
        try (Bench eager = new Bench(new MemoryStore(), data, true, Long.MAX_VALUE)) {
            eager.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
            eager.core.registry().left(1);
            eager.arrive("xx-one", 2, TestPacks.pack("xx-one", "2.0.0", "b"));

            assertThat(eager.core.packs().get("xx-one", "2.0.0").state()).isEqualTo(PackState.ACTIVE);
            assertThat(eager.core.packs().get("xx-one", "1.0.0").state()).isEqualTo(PackState.SUPERSEDED);
        }
    }

    @Test
    void changesNothingWhenAKnownPackArrivesAgain() {
        byte[] one = TestPacks.pack("xx-one", "1.0.0", "a");
        byte[] two = TestPacks.pack("xx-one", "2.0.0", "b");
        bench.arrive("xx-one", 1, one);
        bench.core.packs().stage("xx-one", two, "ann");
        bench.core.packs().activate("xx-one", "2.0.0", "ann");
        bench.core.registry().left(1);
        bench.arrive("xx-one", 2, one);

        assertThat(bench.core.packs().get("xx-one", "2.0.0").state()).isEqualTo(PackState.ACTIVE);
        assertThat(bench.core.packs().get("xx-one", "1.0.0").state()).isEqualTo(PackState.SUPERSEDED);
        assertThat(bench.core.packs().list("xx-one")).hasSize(2);
    }

    @Test
    void showsWhyAPackWasRefusedAndTakesTheOthers() {
        bench.arrive(
                "xx-one",
                1,
                TestPacks.signedByAStranger("xx-one", "1.0.0"),
                TestPacks.pack("xx-two", "1.0.0", "a"),
                TestPacks.pack("xx-one", "1.1.0", "a"));

        RegimeView regime = bench.core.regimes().get("xx-one");
        assertThat(regime.active()).extracting(PackView::version).containsExactly("1.1.0");
        assertThat(regime.refused()).hasSize(2);
        assertThat(regime.refused().get(0)).contains("not trusted");
        assertThat(regime.refused().get(1)).contains("of the regime xx-two, not of xx-one");
    }

    @Test
    void letsTheSecondOfAnIdWaitAndTakeOver() {
        bench.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.arrive("xx-one", 2, TestPacks.pack("xx-one", "2.0.0", "b"));
        assertThat(bench.core.packs().list("xx-one")).hasSize(1);
        assertThat(bench.core.regimes().get("xx-one").provider()).startsWith("bundle-1");

        bench.core.registry().left(1);

        assertThat(bench.core.settled("xx-one", Bench.PATIENCE)).isTrue();
        assertThat(bench.core.regimes().get("xx-one").provider()).startsWith("bundle-2");
        assertThat(bench.core.packs().get("xx-one", "2.0.0").state()).isEqualTo(PackState.STAGED);
    }

    @Test
    void keepsARegimeAvailableWhileItsBundleIsUpdated() {
        bench.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.network("alpha", "a");
        bench.core.registry().left(1);
        bench.clock.forward(Duration.ofMillis(9_900));
        bench.core.registry().sweep();

        assertThat(bench.core.regimes().get("xx-one").available()).isTrue();
        assertThat(bench.audit("alpha", "xx-one").state()).isEqualTo(AuditView.State.DONE);
    }

    @Test
    void answersAConflictWhenABundleStaysAway() {
        withContainer();
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.core.regimes().install("xx-one", "ann");
        bench.network("alpha", "a");
        bench.container.serviceLeaves("xx-one");
        bench.clock.forward(Duration.ofSeconds(10));
        bench.core.registry().sweep();

        assertThat(bench.core.regimes().get("xx-one").available()).isFalse();
        assertThatThrownBy(() -> bench.audit("alpha", "xx-one"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("regime-not-available"));
    }

    @Test
    void installsOverTheContainerInTheCallersName() {
        withContainer();
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));

        RegimeView regime = bench.core.regimes().install("xx-one", "ann");

        assertThat(regime.installedBy()).isEqualTo("ann");
        assertThat(regime.available()).isTrue();
        assertThat(regime.active()).hasSize(1);
        assertThat(bench.core.regimes().available().get(0).installed()).isTrue();
        assertThat(bench.core.regimes().install("xx-one", "bob").installedBy()).isEqualTo("ann");
    }

    @Test
    void saysThatARegimeIsUnknownOrCannotBeInstalled() {
        assertThatThrownBy(() -> bench.core.regimes().install("xx-one", "ann"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo("regime-install-failed"));
        withContainer();
        assertThatThrownBy(() -> bench.core.regimes().install("xx-one", "ann")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.core.regimes().uninstall("xx-one", "ann"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void keepsAuditsReadableAfterTheirRegimeWasRemoved() {
        withContainer();
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.core.regimes().install("xx-one", "ann");
        bench.network("alpha", "b");
        String audit = bench.audit("alpha", "xx-one").id();

        bench.core.regimes().uninstall("xx-one", "ann");

        assertThat(bench.core.regimes().find("xx-one")).isEmpty();
        assertThat(bench.core.regimes().installed()).isEmpty();
        assertThatThrownBy(() -> bench.core.packs().list("xx-one")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.audit("alpha", "xx-one"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("regime-not-installed"));
        assertThat(bench.core
                        .audits()
                        .findings(audit, org.assay.core.VerdictFilter.ALL, org.assay.core.PageRequest.first())
                        .items())
                .hasSize(1);
    }

    @Test
    void removesARegimeWhosePacksAreStillBeingTaken() {
        withContainer();
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.core.regimes().install("xx-one", "ann");

        bench.container.serviceLeaves("xx-one");
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "2.0.0", "b"));
        bench.container.serviceArrives("xx-one");
        bench.core.regimes().uninstall("xx-one", "ben");

        assertThat(bench.core.regimes().installed()).isEmpty();
    }

    @Test
    void putsTheRegimeBackWhenTheContainerCannotRemoveIt() {
        withContainer();
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.core.regimes().install("xx-one", "ann");
        bench.container.broken(true);

        assertThatThrownBy(() -> bench.core.regimes().uninstall("xx-one", "ann"))
                .isInstanceOf(ConflictException.class);

        assertThat(bench.core.regimes().find("xx-one")).isPresent();
    }

    @Test
    void forgetsARegimeWhoseFeatureWasRemovedInTheContainer() {
        withContainer();
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.core.regimes().install("xx-one", "ann");
        bench.container.uninstall("xx-one");
        assertThat(bench.core.regimes().find("xx-one")).isPresent();

        bench.clock.forward(Duration.ofSeconds(10));
        bench.core.registry().sweep();

        assertThat(bench.core.regimes().find("xx-one")).isEmpty();
    }

    @Test
    void isReadyOnceWhatTheStoreSaysIsInstalledHasBeenBroughtBack() {
        withContainer();
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.core.regimes().install("xx-one", "ann");
        assertThat(bench.core.readiness().check().ready()).isTrue();

        bench = bench.restart();
        assertThat(bench.core.readiness().check().ready()).isFalse();
        assertThat(bench.core.readiness().check().checks().get(1).detail()).contains("xx-one");
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));
        withContainer();
        bench.core.registry().sweep();

        assertThat(bench.core.settled("xx-one", Bench.PATIENCE)).isTrue();
        assertThat(bench.core.readiness().check().ready()).isTrue();
        assertThat(bench.core.regimes().get("xx-one").installedBy()).isEqualTo("ann");
    }

    @Test
    void isNotReadyWithoutItsStore() {
        MemoryStore store = new MemoryStore();
        try (Bench other = new Bench(store, data, false, Long.MAX_VALUE)) {
            store.away(true);
            assertThat(other.core.readiness().check().ready()).isFalse();
            store.away(false);
            assertThat(other.core.readiness().check().ready()).isTrue();
        }
    }
}
