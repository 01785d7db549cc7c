package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Subject;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.AuditView.Stale;
import org.assay.core.AuditView.Stale.What;
import org.assay.core.PageRequest;
import org.assay.core.Trial;
import org.assay.core.Waivers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalenessTest {
    private static final String REGIME = "xx-one";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, dated("1.0.0", "never"));
        bench.network("alpha", "good");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** What passes does so until the end of 2026. */
    private static byte[] dated(String version, String to) {
        return TestPacks.signed(TestPacks.yaml(REGIME, version, "2026-01-01", to, "good")
                .replace(
                        "{when: \"component.product.name == 'good'\", then: PASS",
                        "{when: \"component.product.name == 'good' && asOf <= date('2026-12-31')\", then: PASS"));
    }

    private List<Stale> stale(AuditView audit) {
        return bench.core.audits().get(audit.id()).stale();
    }

    private void forwardTo(String instant) {
        bench.clock.forward(Duration.between(bench.clock.instant(), Instant.parse(instant)));
    }

    @Test
    void aNewAuditIsUpToDate() {
        AuditView audit = bench.audit("alpha", REGIME);
        assertThat(audit.stale()).isEmpty();
        assertThat(stale(audit)).isEmpty();
    }

    @Test
    void aNewSnapshotMakesItStaleFromItsMomentOn() {
        AuditView audit = bench.audit("alpha", REGIME);
        bench.clock.forward(Duration.ofHours(1));
        bench.snapshot("alpha", "other");
        bench.clock.forward(Duration.ofHours(1));
        bench.core
                .networks()
                .addEvidence(
                        "alpha", Bench.stream("{\"evidence\": [{\"id\": \"e\", \"kind\": \"report\"}]}"), "tester");

        assertThat(stale(audit)).singleElement().satisfies(reason -> {
            assertThat(reason.what()).isEqualTo(What.FACTS);
            assertThat(reason.since()).isEqualTo(NOON.plus(Duration.ofHours(1)));
            assertThat(reason.because()).contains("snapshot 1", "snapshot 2 was recorded by tester", "newest is 3");
        });
        assertThat(bench.core.audits().list("alpha", false, PageRequest.first()).items())
                .singleElement()
                .satisfies(listed -> assertThat(listed.stale()).isEqualTo(stale(audit)));
    }

    @Test
    void anotherActivePackMakesItStaleAndARollBackMakesItGoodAgain() {
        AuditView audit = bench.audit("alpha", REGIME);
        bench.core.packs().stage(REGIME, dated("2.0.0", "never"), "ann");
        assertThat(stale(audit)).isEmpty();
        bench.clock.forward(Duration.ofHours(1));
        bench.core.packs().activate(REGIME, "2.0.0", "ann");

        assertThat(stale(audit)).singleElement().satisfies(reason -> {
            assertThat(reason.what()).isEqualTo(What.PACK);
            assertThat(reason.since()).isEqualTo(NOON.plus(Duration.ofHours(1)));
            assertThat(reason.because()).contains("pack 2.0.0", "not 1.0.0");
        });

        bench.core.packs().rollback(REGIME, "1.0.0", "ann");
        assertThat(stale(audit)).isEmpty();
    }

    @Test
    void aPlanThatIsDueCountsThoughNobodyTookItYet() {
        AuditView audit = bench.audit("alpha", REGIME);
        bench.core.packs().stage(REGIME, dated("2.0.0", "never"), "ann");
        bench.core.packs().activate(REGIME, "2.0.0", Instant.parse("2026-11-21T18:00:00Z"), "ann");
        assertThat(stale(audit)).isEmpty();
        forwardTo("2026-11-21T18:00:01Z");
        assertThat(stale(audit)).extracting(Stale::what).containsExactly(What.PACK);
    }

    @Test
    void theEndOfAPacksDaysMakesItStaleFromTheDayAfterOn() {
        bench.core.packs().stage(REGIME, dated("2.0.0", "2026-11-30"), "ann");
        bench.core.packs().activate(REGIME, "2.0.0", "ann");
        AuditView audit = bench.audit("alpha", REGIME);
        forwardTo("2026-11-30T22:59:00Z");
        assertThat(stale(audit)).isEmpty();
        forwardTo("2026-12-05T12:00:00Z");
        assertThat(stale(audit)).singleElement().satisfies(reason -> {
            assertThat(reason.what()).isEqualTo(What.PACK);
            assertThat(reason.since()).as("midnight in Berlin").isEqualTo("2026-11-30T23:00:00Z");
        });
    }

    @Test
    void aDateThatPassedWhileNothingRanIsSeen() {
        AuditView audit = bench.audit("alpha", REGIME);
        forwardTo("2026-12-31T22:59:59Z");
        assertThat(stale(audit)).isEmpty();
        bench.clock.forward(Duration.ofDays(20));
        bench = bench.restart();
        bench.arrive(REGIME, 1);

        assertThat(stale(audit)).singleElement().satisfies(reason -> {
            assertThat(reason.what()).isEqualTo(What.DAY);
            assertThat(reason.since()).isEqualTo("2026-12-31T23:00:00Z");
            assertThat(reason.because()).contains("2026-12-31");
        });
        assertThat(bench.audit("alpha", REGIME).stale()).isEmpty();
    }

    @Test
    void anAuditOfAnotherDayIsHeldAgainstThatDay() {
        AuditView past = asOf("2026-11-01");
        AuditView ahead = asOf("2026-12-30");
        forwardTo("2027-03-01T12:00:00Z");
        assertThat(stale(past)).isEmpty();
        assertThat(stale(ahead)).isEmpty();
        bench.snapshot("alpha", "other");
        assertThat(stale(past)).extracting(Stale::what).containsExactly(What.FACTS);
    }

    private AuditView asOf(String day) {
        return bench.core.audits().create(AuditRequest.of("alpha", List.of(REGIME), LocalDate.parse(day)), "tester");
    }

    @Test
    void theRemovalOfTheRegimeMakesItStale() {
        AuditView audit = bench.audit("alpha", REGIME);
        bench.core.installers().set(bench.container);
        bench.core.regimes().uninstall(REGIME, "ann");
        assertThat(stale(audit)).extracting(Stale::what).containsExactly(What.REGIME);
    }

    @Test
    void theEndOfAWaiverMakesItStaleAndChangesNoVerdict() {
        bench.snapshot("alpha", "bad");
        Waivers.Request wanted = new Waivers.Request(
                REGIME, "XX-ONE-MODEL", new Subject("component", "c-1"), "Eve", "soon", LocalDate.parse("2026-11-25"));
        String id = bench.core.waivers().ask("alpha", wanted, "ann").id();
        bench.core.waivers().approve("alpha", id, "bob");
        AuditView audit = bench.audit("alpha", REGIME);
        forwardTo("2026-11-25T22:59:00Z");
        assertThat(stale(audit)).isEmpty();
        forwardTo("2026-11-26T12:00:00Z");
        assertThat(stale(audit)).singleElement().satisfies(reason -> {
            assertThat(reason.what()).isEqualTo(What.WAIVER);
            assertThat(reason.since()).isEqualTo("2026-11-25T23:00:00Z");
            assertThat(reason.because()).contains("Eve", "component c-1 ended");
        });
    }

    @Test
    void aPreviewIsStaleOnceItsFactsAreNotTheNewest() {
        bench.core.packs().stage(REGIME, dated("2.0.0", "never"), "ann");
        AuditView preview = bench.core
                .audits()
                .create(
                        new AuditRequest(
                                "alpha",
                                List.of(REGIME),
                                null,
                                null,
                                null,
                                Map.of(),
                                new Trial(Map.of(REGIME, "2.0.0"), List.of())),
                        "ann");
        assertThat(preview.stale()).isEmpty();
        bench.snapshot("alpha", "other");
        assertThat(stale(preview)).extracting(Stale::what).containsExactly(What.FACTS);
    }
}
