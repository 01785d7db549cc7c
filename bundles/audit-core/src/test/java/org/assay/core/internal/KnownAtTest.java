package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both clocks: what was known at a moment binds facts and packs. */
class KnownAtTest {
    private static final String REGIME = "xx-one";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        hour();
        bench.network("alpha", "a");
        hour();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void hour() {
        bench.clock.forward(Duration.ofHours(1));
    }

    private void activate(String version, String good) {
        bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, version, good), "ann");
        bench.core.packs().activate(REGIME, version, "bob");
    }

    private AuditView audit(@Nullable Instant knownAt, @Nullable String snapshot) {
        return bench.core
                .audits()
                .create(new AuditRequest("alpha", List.of(REGIME), DAY, knownAt, snapshot, Map.of()), "ann");
    }

    private static String verdicts(AuditView audit) {
        return String.valueOf(audit.regimes().get(0).verdictDigest());
    }

    private static String pack(AuditView audit) {
        return audit.regimes().get(0).packVersion();
    }

    @Test
    void repeatsAnAuditByItsOwnMomentAfterAnotherPackBecameActive() {
        AuditView first = audit(null, null);
        hour();
        activate("2.0.0", "b");
        hour();
        bench.snapshot("alpha", "c");
        hour();

        assertThat(verdicts(audit(null, null))).isNotEqualTo(verdicts(first));
        for (Instant moment : List.of(first.knownAt(), first.createdAt())) {
            AuditView again = audit(moment, null);
            assertThat(verdicts(again)).isEqualTo(verdicts(first));
            assertThat(pack(again)).isEqualTo("1.0.0");
            assertThat(again.snapshot()).isEqualTo(first.snapshot());
            assertThat(again.knownAt()).isEqualTo(first.knownAt());
        }
    }

    @Test
    void countsThePackThatWasActiveWhenTheFactsWereOlderThanIt() {
        Instant before = bench.clock.instant();
        hour();
        activate("2.0.0", "b");
        AuditView first = audit(null, null);
        hour();
        activate("3.0.0", "c");
        hour();

        assertThat(first.knownAt()).isAfter(first.recordedAt());
        assertThat(pack(audit(first.knownAt(), null))).isEqualTo("2.0.0");
        assertThat(pack(audit(before, null))).isEqualTo("1.0.0");
    }

    @Test
    void countsARollBackAndWhatWentBeforeIt() {
        activate("2.0.0", "b");
        Instant second = bench.clock.instant();
        hour();
        bench.core.packs().rollback(REGIME, "1.0.0", "bob");
        Instant back = bench.clock.instant();
        hour();
        activate("3.0.0", "c");

        assertThat(pack(audit(second, null))).isEqualTo("2.0.0");
        assertThat(pack(audit(back, null))).isEqualTo("1.0.0");
    }

    @Test
    void countsAPlannedActivationFromItsStatedMomentThoughItWasTakenLater() {
        Instant planned = bench.clock.instant().plus(Duration.ofHours(5));
        bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann");
        bench.core.packs().activate(REGIME, "2.0.0", planned, "bob");
        bench.clock.forward(Duration.ofHours(9));
        assertThat(pack(audit(null, null))).isEqualTo("2.0.0");
        activate("3.0.0", "c");

        assertThat(pack(audit(planned.minusMillis(1), null))).isEqualTo("1.0.0");
        assertThat(pack(audit(planned, null))).isEqualTo("2.0.0");
    }

    @Test
    void takesTheDeliveryOfTheMomentWhereTheSameFactsCameTwice() {
        AuditView first = audit(null, null);
        hour();
        bench.snapshot("alpha", "b");
        bench.clock.forward(Duration.ofDays(3));
        Instant third = bench.snapshot("alpha", "a").snapshot().recordedAt();

        assertThat(audit(first.knownAt(), first.snapshot()).recordedAt()).isEqualTo(first.recordedAt());
        assertThat(audit(null, first.snapshot()).recordedAt()).isEqualTo(third);
    }

    @Test
    void refusesAMomentThatIsAheadOrBeforeTheSnapshotOrBeforeAnything() {
        Instant before = bench.clock.instant();
        hour();
        String second = bench.snapshot("alpha", "b").snapshot().digest();
        Instant now = bench.clock.instant();

        assertThatThrownBy(() -> audit(now.plusMillis(1), null))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("/knownAt")
                .hasMessageContaining("nobody knows yet");
        assertThatThrownBy(() -> audit(before, second))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("/knownAt")
                .hasMessageContaining("was not known at " + before);
        assertThatThrownBy(() -> audit(before.minus(Duration.ofDays(1)), null))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("nothing was known of the network 'alpha'");
        assertThat(audit(now, second).snapshot()).isEqualTo(second);
    }

    @Test
    void saysThatNoPackWasActiveAtTheMoment() {
        bench.arrive("xx-two", 2, TestPacks.pack("xx-two", "1.0.0", "a"));
        Instant before = bench.clock.instant().minusMillis(1);
        AuditRequest request = new AuditRequest("alpha", List.of("xx-two"), DAY, before, null, Map.of());

        assertThatThrownBy(() -> bench.core.audits().create(request, "ann"))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.type()).isEqualTo("days-not-covered");
                    assertThat(e).hasMessageContaining("as things stood at " + before);
                });
    }

    @Test
    void makesAnAuditOnceMoreAsItWas() {
        Map<String, Map<String, Object>> strict = Map.of(REGIME, Map.of("strict", true));
        AuditView first =
                bench.core.audits().create(new AuditRequest("alpha", List.of(REGIME), DAY, null, null, strict), "ann");
        hour();
        activate("2.0.0", "b");
        bench.snapshot("alpha", "c");
        hour();

        AuditView again = bench.core.audits().again(first.id(), "eve");

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.createdBy()).isEqualTo("eve");
        assertThat(again.createdAt()).isEqualTo(bench.clock.instant());
        assertThat(again.regimes()).isEqualTo(first.regimes());
        assertThat(again.snapshot()).isEqualTo(first.snapshot());
        assertThat(again.knownAt()).isEqualTo(first.knownAt());
        assertThat(again.counts()).isEqualTo(first.counts());
    }

    @Test
    void tellsOfAnAuditThatTheKeyOfItsPackWasRevoked() {
        AuditView first = audit(null, null);
        String key = bench.core.packKeys().list().get(0).id();
        bench.core.packKeys().revoke(key, "stolen", "ann");

        assertThat(first.regimes().get(0).doubt()).isEmpty();
        assertThat(bench.core.audits().again(first.id(), "eve").regimes().get(0).doubt())
                .contains("revoked");
    }

    @Test
    void makesNoAuditAgainWhoseRegimeIsGone() {
        AuditView first = audit(null, null);
        bench.core.installers().set(bench.container);
        bench.core.regimes().uninstall(REGIME, "ann");

        assertThatThrownBy(() -> bench.core.audits().again(first.id(), "eve"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("regime-not-installed"));
        assertThatThrownBy(() -> bench.core.audits().again("none", "eve")).isInstanceOf(NotFoundException.class);
    }
}
