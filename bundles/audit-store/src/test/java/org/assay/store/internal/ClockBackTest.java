package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.PackState;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Readiness;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.internal.util.Json;
import org.assay.engine.fault.FaultException;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock is set back: it is told of, and what was recorded keeps its order. */
@ParameterizedClass
@EnumSource(Kind.class)
class ClockBackTest {
    private static final String REGIME = StoreBench.REGIME;

    /** A few milliseconds at a tenth of the pace. */
    private static final Duration SOON = Duration.ofMillis(50);

    private final StoreBench.HandClock clock = new StoreBench.HandClock();

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private StoreBench bench;

    @BeforeEach
    void start() {
        bench = new StoreBench(kind, folder, clock, RetentionRules.none());
        bench.network();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private AuditView knownAt(Instant moment) {
        AuditRequest request = new AuditRequest("alpha", List.of(REGIME), null, moment, null, Map.of());
        return bench.core().audits().create(request, "tester");
    }

    private Instant recorded(String product) {
        return bench.snapshot(product).recordedAt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D"})
    void whatWasKnownAtAMomentStaysSo(Duration back) {
        clock.forward(Duration.ofHours(1));
        Instant between = clock.instant();
        clock.forward(Duration.ofHours(1));
        Instant second = recorded("d");
        AuditView before = knownAt(between);

        clock.forward(back.negated());
        Instant third = recorded("c");

        assertThat(knownAt(between).snapshot()).isEqualTo(before.snapshot());
        assertThat(knownAt(second).snapshot()).isNotEqualTo(knownAt(third).snapshot());
        assertThat(third).isAfter(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D"})
    void theOrderOfWhatIsRecordedHoldsOverARestart(Duration back) {
        clock.forward(SOON);
        Instant first = recorded("d");
        clock.forward(SOON);
        AuditView early = bench.audit(null);
        clock.forward(back.negated());
        bench.restart();
        clock.forward(SOON);
        AuditView late = bench.audit(null);
        clock.forward(SOON);

        assertThat(recorded("c")).isAfter(first);
        Page<AuditView> newest = bench.core().audits().list("alpha", false, PageRequest.first());
        assertThat(newest.items()).extracting(AuditView::id).containsExactly(late.id(), early.id());
        Json json = new Json();
        assertThat(bench.core().ledger().entries(new PageRequest(null, 100)).items())
                .extracting(entry ->
                        Instant.parse(String.valueOf(json.read(entry.body()).get("at"))))
                .isSorted()
                .hasSizeGreaterThan(5);
    }

    @Test
    void whatTookEffectStaysInEffectAndTodayStaysToday() {
        bench.core().packs().stage(REGIME, bench.pack("2.0.0", "b"), "ann");
        Instant moment = clock.instant().plus(Duration.ofHours(1));
        bench.core().packs().activate(REGIME, "2.0.0", moment, "bob");
        clock.forward(Duration.ofHours(2));
        AuditView before = bench.audit(null);

        clock.forward(Duration.ofDays(-1));
        AuditView after = bench.audit(null);

        assertThat(before.regimes().get(0).packVersion()).isEqualTo("2.0.0");
        assertThat(after.regimes()).isEqualTo(before.regimes());
        assertThat(after.asOf()).isEqualTo(before.asOf());
        assertThat(bench.core().packs().get(REGIME, "2.0.0").state()).isEqualTo(PackState.ACTIVE);
    }

    @Test
    void nothingIsPlannedForAMomentThatWasReachedBefore() {
        bench.core().packs().stage(REGIME, bench.pack("2.0.0", "b"), "ann");
        Instant reached = clock.instant();
        clock.forward(Duration.ofHours(-1));

        assertThatThrownBy(() -> bench.core().packs().activate(REGIME, "2.0.0", reached.minusSeconds(60), "bob"))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void isToldOfUntilTheClockIsAheadAgain() {
        boolean ready = bench.core().readiness().check().ready();
        clock.forward(Duration.ofHours(-1));
        Readiness.Status behind = bench.core().readiness().check();
        clock.forward(Duration.ofHours(2));
        Readiness.Status again = bench.core().readiness().check();

        assertThat(behind.ready()).as("nothing stops").isEqualTo(ready);
        assertThat(clock(behind).well()).isFalse();
        assertThat(clock(behind).detail()).contains("PT1H behind");
        assertThat(clock(again).well()).isTrue();
    }

    private static Readiness.Check clock(Readiness.Status status) {
        return status.checks().stream()
                .filter(check -> check.name().equals("clock"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTokenThatWasMadeBeforeStillCounts() {
        String secret = bench.core().tokens().add("anna", "admin").secret();
        clock.forward(Duration.ofDays(-1));

        assertThat(bench.core().tokens().authenticate(secret)).contains("anna");
    }
}
