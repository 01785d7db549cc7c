package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assay.api.Outcome;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.Origin;
import org.assay.core.PackEvent;
import org.assay.core.PackEvent.Step;
import org.assay.core.PackState;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.RegimeView;
import org.assay.core.RequirementView;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackLifeTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path data;

    private Bench bench;
    private Packs packs;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        packs = bench.core.packs();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static byte[] pack(String version, String good) {
        return TestPacks.pack(REGIME, version, good);
    }

    private List<PackView> states() {
        return packs.list(REGIME);
    }

    @Test
    void stagesAnUploadWithItsReportAndUsesItOnlyOnceActivated() {
        bench.network("alpha", "b");
        AuditView before = bench.audit("alpha", REGIME);
        Packs.Staged staged = packs.stage(REGIME, pack("2.0.0", "b"), "ann");
        AuditView between = bench.audit("alpha", REGIME);
        packs.activate(REGIME, "2.0.0", "bob");
        AuditView after = bench.audit("alpha", REGIME);

        assertThat(staged.isNew()).isTrue();
        assertThat(staged.pack().state()).isEqualTo(PackState.STAGED);
        assertThat(staged.pack().origin()).isEqualTo(Origin.API);
        assertThat(staged.pack().stagedBy()).isEqualTo("ann");
        assertThat(staged.pack().report().requirements()).isEqualTo(2);
        assertThat(staged.pack().report().clauses()).isEqualTo(6);
        assertThat(staged.pack().report().cases()).isEqualTo(6);
        assertThat(List.of(before, between, after))
                .extracting(audit -> audit.regimes().get(0).packVersion())
                .containsExactly("1.0.0", "1.0.0", "2.0.0");
        assertThat(before.regimes().get(0).verdictDigest())
                .isEqualTo(between.regimes().get(0).verdictDigest())
                .isNotEqualTo(after.regimes().get(0).verdictDigest());
        assertThat(packs.get(REGIME, "2.0.0").activatedBy()).isEqualTo("bob");
    }

    @Test
    void takesTheSamePackOnceAndRefusesOtherBytesOfItsVersion() {
        packs.stage(REGIME, pack("2.0.0", "b"), "ann");

        assertThat(packs.stage(REGIME, pack("2.0.0", "b"), "bob").isNew()).isFalse();
        assertThatThrownBy(() -> packs.stage(REGIME, pack("2.0.0", "c"), "bob"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("pack-version-taken"));
        assertThat(states()).hasSize(2);
    }

    @Test
    void refusesWhatIsNotSignedOrOfAnotherRegimeOrWrongAndChangesNothing() {
        byte[] failing = TestPacks.signed(
                TestPacks.yaml(REGIME, "2.0.0", "2026-01-01", "never", "b").replace("expect: PASS", "expect: WARN"));

        assertThatThrownBy(() -> packs.stage(REGIME, TestPacks.signedByAStranger(REGIME, "2.0.0"), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("not trusted");
        assertThatThrownBy(() -> packs.stage(REGIME, TestPacks.pack("xx-two", "2.0.0", "b"), "ann"))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults()).extracting(Fault::code).containsExactly("wrong-regime"));
        assertThatThrownBy(() -> packs.stage(REGIME, failing, "ann"))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.faults()).extracting(Fault::code).contains("failing-case");
                    assertThat(e.faults()).allMatch(fault -> fault.line() > 1);
                });
        assertThat(states()).extracting(PackView::version).containsExactly("1.0.0");
    }

    @Test
    void refusesToGoBackUnlessAskedByName() {
        packs.stage(REGIME, pack("2.0.0", "b"), "ann");
        packs.activate(REGIME, "2.0.0", "ann");

        assertThatThrownBy(() -> packs.activate(REGIME, "1.0.0", "ann"))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.type()).isEqualTo("rollback-needed");
                    assertThat(e.details()).containsEntry("activeVersion", "2.0.0");
                });
        packs.rollback(REGIME, "1.0.0", "bob");

        assertThat(states())
                .extracting(PackView::version, PackView::state)
                .containsExactly(tuple("2.0.0", PackState.ROLLED_BACK), tuple("1.0.0", PackState.ACTIVE));
        assertThatThrownBy(() -> packs.rollback(REGIME, "1.0.0", "bob"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("not-a-rollback"));
        packs.activate(REGIME, "2.0.0", "ann");
        assertThat(packs.get(REGIME, "1.0.0").state()).isEqualTo(PackState.SUPERSEDED);
    }

    @Test
    void takesNoOlderPackUnlessToGoBackToItByName() {
        packs.stage(REGIME, pack("2.0.0", "b"), "ann");
        packs.activate(REGIME, "2.0.0", "ann");
        packs.rollback(REGIME, "1.0.0", "ann");

        assertThatThrownBy(() -> packs.stage(REGIME, pack("1.5.0", "c"), "ann"))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.type()).isEqualTo("older-pack");
                    assertThat(e.details()).containsEntry("activeVersion", "2.0.0");
                });
        packs.stage(REGIME, pack("1.5.0", "c"), true, "ann");
        assertThatThrownBy(() -> packs.activate(REGIME, "1.5.0", "ann"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("rollback-needed"));
        packs.rollback(REGIME, "1.5.0", "ann");

        assertThat(packs.get(REGIME, "1.5.0").state()).isEqualTo(PackState.ACTIVE);
        assertThat(packs.get(REGIME, "1.0.0").state()).isEqualTo(PackState.SUPERSEDED);
        bench.arrive(REGIME, 2, pack("0.9.0", "d"));
        bench.core.registry().left(1);
        assertThat(bench.core.settled(REGIME, Bench.PATIENCE)).isTrue();
        assertThat(bench.core.regimes().get(REGIME).refused().get(0)).contains("0.9.0 of xx-one is below 2.0.0");
    }

    @Test
    void supersedesAPackOnlyWhenItsDaysAreAllTaken() {
        packs.stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "2026-01-01", "2026-12-31", "b"), "ann");
        packs.activate(REGIME, "2.0.0", "ann");
        assertThat(packs.get(REGIME, "1.0.0").state()).isEqualTo(PackState.ACTIVE);

        packs.stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "2027-01-01", "never", "c"), "ann");
        packs.activate(REGIME, "3.0.0", "ann");
        assertThat(packs.get(REGIME, "1.0.0").state()).isEqualTo(PackState.SUPERSEDED);

        packs.rollback(REGIME, "1.0.0", "ann");
        assertThat(states())
                .extracting(PackView::state)
                .containsExactly(PackState.ROLLED_BACK, PackState.ROLLED_BACK, PackState.ACTIVE);
    }

    @Test
    void choosesThePackOfTheDayAndNamesTheCoveredDays() {
        packs.stage(REGIME, TestPacks.pack(REGIME, "0.9.0", "2024-01-01", "2024-12-31", "z"), "ann");
        packs.activate(REGIME, "0.9.0", "ann");
        bench.network("alpha", "a");

        AuditView old =
                bench.core.audits().create(AuditRequest.of("alpha", List.of(REGIME), LocalDate.of(2024, 6, 1)), "ann");

        assertThat(old.regimes().get(0).packVersion()).isEqualTo("0.9.0");
        assertThatThrownBy(() -> bench.core
                        .audits()
                        .create(AuditRequest.of("alpha", List.of(REGIME), LocalDate.of(2025, 6, 1)), "ann"))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.type()).isEqualTo("days-not-covered");
                    assertThat(e.details().get("coveredDays").toString())
                            .isEqualTo("[{from=2024-01-01, to=2024-12-31}, {from=2026-01-01, to=never}]");
                });
    }

    @Test
    void rejectsAStagedPackForGood() {
        packs.stage(REGIME, pack("2.0.0", "b"), "ann");
        packs.reject(REGIME, "2.0.0", "bob");

        assertThat(packs.get(REGIME, "2.0.0").state()).isEqualTo(PackState.REJECTED);
        assertThatThrownBy(() -> packs.activate(REGIME, "2.0.0", "ann"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("pack-not-staged"));
        assertThatThrownBy(() -> packs.reject(REGIME, "1.0.0", "ann")).isInstanceOf(ConflictException.class);
    }

    @Test
    void stagesWhatIsDroppedIntoTheDeployFolder() {
        PackView pack = packs.offer(pack("2.0.0", "b"), Origin.DEPLOY, "deploy/two.pack")
                .pack();

        assertThat(pack.state()).isEqualTo(PackState.STAGED);
        assertThat(pack.origin()).isEqualTo(Origin.DEPLOY);
        assertThatThrownBy(() -> packs.offer(TestPacks.pack("xx-two", "1.0.0", "a"), Origin.DEPLOY, "x"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void remembersEveryStepWithWhoTookIt() {
        packs.stage(REGIME, pack("2.0.0", "b"), "ann");
        packs.activate(REGIME, "2.0.0", "bob");
        packs.rollback(REGIME, "1.0.0", "eve");

        Page<PackEvent> first = packs.events(REGIME, new PageRequest(null, 2));
        Page<PackEvent> rest = packs.events(REGIME, new PageRequest(first.nextCursor(), 100));
        assertThat(first.total()).isEqualTo(7);
        assertThat(first.items())
                .extracting(PackEvent::version, PackEvent::what, PackEvent::who)
                .containsExactly(tuple("1.0.0", Step.ACTIVATED, "eve"), tuple("2.0.0", Step.ROLLED_BACK, "eve"));
        assertThat(rest.items())
                .extracting(PackEvent::version, PackEvent::what)
                .containsExactly(
                        tuple("1.0.0", Step.SUPERSEDED),
                        tuple("2.0.0", Step.ACTIVATED),
                        tuple("2.0.0", Step.STAGED),
                        tuple("1.0.0", Step.ACTIVATED),
                        tuple("1.0.0", Step.STAGED));
        assertThat(rest.nextCursor()).isNull();
    }

    @Test
    void listsTheRequirementsOfAPackAndGivesItsBytesBack() {
        List<RequirementView> requirements = packs.requirements(REGIME, "1.0.0");

        assertThat(requirements).extracting(RequirementView::id).containsExactly("XX-ONE-MODEL", "XX-ONE-SIZE");
        assertThat(requirements.get(0).from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(requirements.get(0).needs().facts()).containsExactly("component.domain", "component.product.name");
        assertThat(requirements.get(1).needs().questions())
                .extracting(question -> question.ask().question())
                .contains("Are you big?");
        assertThat(requirements.get(0).clauses())
                .extracting(RequirementView.Clause::then)
                .contains(Outcome.FAIL);
        assertThat(packs.envelope(REGIME, "1.0.0")).isEqualTo(pack("1.0.0", "a"));
        assertThatThrownBy(() -> packs.requirements(REGIME, "9.9.9")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> packs.list("xx-none")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void keepsUsingAPackWhoseKeyWasRevoked() {
        bench.network("alpha", "a");
        String digest = bench.audit("alpha", REGIME).regimes().get(0).verdictDigest();
        bench.core.packKeys().revoke(TestPacks.KEY_ID, "it was lost", "ann");
        bench = bench.restart();
        bench.arrive(REGIME, 9, pack("1.0.0", "a"));

        RegimeView regime = bench.core.regimes().get(REGIME);
        assertThat(regime.refused().get(0)).contains("was revoked on 2026-11-21T12:00:00Z: it was lost");
        assertThat(regime.active().get(0).doubt()).contains(TestPacks.KEY_ID, "it was lost");
        assertThat(bench.core.readiness().check().checks())
                .filteredOn(check -> check.name().equals("keys"))
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).contains("xx-one 1.0.0", "it was lost"));
        assertThat(bench.core.readiness().check().ready()).isTrue();
        assertThat(bench.audit("alpha", REGIME).regimes().get(0).verdictDigest())
                .isEqualTo(digest);
    }
}
