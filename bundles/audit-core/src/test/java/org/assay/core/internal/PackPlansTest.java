package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.Ledger;
import org.assay.core.PackEvent;
import org.assay.core.PackEvent.Step;
import org.assay.core.PackState;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.core.PageRequest;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activations at a stated moment. */
class PackPlansTest {
    private static final String REGIME = "xx-one";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-12-05T23:00:00Z");
    private static final Duration UNTIL_MIDNIGHT = Duration.between(NOW, MIDNIGHT);

    @TempDir
    private Path data;

    @TempDir
    private Path otherData;

    private Bench bench;
    private Packs packs;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        bench.network("alpha", "a");
        packs = bench.core.packs();
        packs.stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private String auditedBy() {
        return bench.audit("alpha", REGIME).regimes().get(0).packVersion();
    }

    private void ledgerHas(String... parts) {
        assertThat(bench.core.ledger().entries(new PageRequest(null, 100)).items())
                .extracting(Ledger.Entry::body)
                .anySatisfy(body -> assertThat(body).contains(parts));
    }

    @Test
    void isShownAndTakesEffectAtItsMomentAndNotBefore() {
        PackView planned = packs.activate(REGIME, "2.0.0", MIDNIGHT, "bob");
        bench.clock.forward(UNTIL_MIDNIGHT.minusMillis(1));
        String before = auditedBy();
        bench.clock.forward(Duration.ofMillis(1));
        AuditView after = bench.audit("alpha", REGIME);

        assertThat(planned.state()).isEqualTo(PackState.STAGED);
        assertThat(planned.planned()).isEqualTo(new PackView.Planned(MIDNIGHT, false, "bob", NOW));
        assertThat(before).isEqualTo("1.0.0");
        assertThat(after.regimes().get(0).packVersion()).isEqualTo("2.0.0");
        assertThat(after.createdAt()).isEqualTo(MIDNIGHT);
        PackView active = packs.get(REGIME, "2.0.0");
        assertThat(active.activatedAt()).isEqualTo(MIDNIGHT);
        assertThat(active.activatedBy()).isEqualTo("bob");
        assertThat(active.planned()).isNull();
    }

    @Test
    void isListedWithItsRegime() {
        packs.activate(REGIME, "2.0.0", MIDNIGHT, "bob");

        assertThat(bench.core.regimes().get(REGIME).planned())
                .extracting(PackView::version)
                .containsExactly("2.0.0");
    }

    @Test
    void takesEffectThoughTheServiceWasDownOverItsMoment() {
        packs.activate(REGIME, "2.0.0", MIDNIGHT, "bob");
        bench.close();
        bench.clock.forward(UNTIL_MIDNIGHT.plusDays(2));
        bench = bench.restart();
        bench.arrive(REGIME, 2, TestPacks.pack(REGIME, "1.0.0", "a"));

        assertThat(auditedBy()).isEqualTo("2.0.0");
        assertThat(bench.core.packs().get(REGIME, "2.0.0").activatedAt()).isEqualTo(MIDNIGHT);
        PackEvent event =
                bench.core.packs().events(REGIME, PageRequest.first()).items().get(1);
        assertThat(event.what()).isEqualTo(Step.ACTIVATED);
        assertThat(event.at()).isEqualTo(MIDNIGHT);
        ledgerHas("\"step\":\"ACTIVATED\"", "\"effective\":\"2026-12-05T23:00:00Z\"", "\"at\":\"2026-12-07T23:00:00");
    }

    @Test
    void isTakenByOneNodeOnly() {
        packs.activate(REGIME, "2.0.0", MIDNIGHT, "bob");
        try (Bench other = bench.beside(otherData)) {
            bench.clock.forward(UNTIL_MIDNIGHT);
            Eventually.becomes(
                    "the planned activation is taken",
                    Bench.PATIENCE,
                    () -> other.core.packs().get(REGIME, "2.0.0").state(),
                    PackState.ACTIVE::equals);
            assertThat(auditedBy()).isEqualTo("2.0.0");
        }

        assertThat(packs.events(REGIME, PageRequest.first()).items())
                .filteredOn(event -> event.version().equals("2.0.0"))
                .extracting(PackEvent::what)
                .containsExactly(Step.ACTIVATED, Step.PLANNED, Step.STAGED);
    }

    @Test
    void canBeGivenUp() {
        packs.activate(REGIME, "2.0.0", MIDNIGHT, "bob");
        assertThat(packs.cancel(REGIME, "2.0.0", "eve").planned()).isNull();
        assertThatThrownBy(() -> packs.cancel(REGIME, "2.0.0", "eve"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("not-planned"));
        bench.clock.forward(UNTIL_MIDNIGHT);

        assertThat(auditedBy()).isEqualTo("1.0.0");
    }

    @Test
    void goesBackAtItsMomentToo() {
        packs.activate(REGIME, "2.0.0", "bob");
        packs.rollback(REGIME, "1.0.0", MIDNIGHT, "bob");
        String before = auditedBy();
        bench.clock.forward(UNTIL_MIDNIGHT);

        assertThat(before).isEqualTo("2.0.0");
        assertThat(auditedBy()).isEqualTo("1.0.0");
        assertThat(packs.get(REGIME, "2.0.0").state()).isEqualTo(PackState.ROLLED_BACK);
    }

    @Test
    void isGivenUpWithTheReasonWhereItCannotBeDone() {
        packs.stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "c"), "ann");
        packs.activate(REGIME, "2.0.0", MIDNIGHT, "bob");
        packs.activate(REGIME, "3.0.0", "bob");
        bench.clock.forward(UNTIL_MIDNIGHT);

        assertThat(auditedBy()).isEqualTo("3.0.0");
        assertThat(packs.get(REGIME, "2.0.0").planned()).isNull();
        assertThat(packs.events(REGIME, PageRequest.first()).items().get(0).what())
                .isEqualTo(Step.FAILED);
        ledgerHas("\"step\":\"FAILED\"", "3.0.0 is or was");
    }

    @Test
    void takesSeveralInTheirOrder() {
        packs.stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "c"), "ann");
        packs.activate(REGIME, "3.0.0", MIDNIGHT.plusSeconds(60), "bob");
        packs.activate(REGIME, "2.0.0", MIDNIGHT, "bob");
        bench.clock.forward(UNTIL_MIDNIGHT.plusSeconds(60));

        assertThat(auditedBy()).isEqualTo("3.0.0");
        assertThat(packs.get(REGIME, "2.0.0").activatedAt()).isEqualTo(MIDNIGHT);
        assertThat(packs.get(REGIME, "2.0.0").state()).isEqualTo(PackState.SUPERSEDED);
    }

    @Test
    void refusesAMomentThatIsNotAhead() {
        assertThatThrownBy(() -> packs.activate(REGIME, "2.0.0", NOW, "bob"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("is not ahead");
    }
}
