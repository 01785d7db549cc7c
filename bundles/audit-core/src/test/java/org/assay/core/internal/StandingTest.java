package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.Ledger;
import org.assay.core.NotFoundException;
import org.assay.core.PageRequest;
import org.assay.core.StandingAudits;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path data;

    @TempDir
    private Path otherData;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, dated("1.0.0"));
        bench.network("alpha", "good");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static byte[] dated(String version) {
        return TestPacks.signed(TestPacks.yaml(REGIME, version, "2026-01-01", "never", "good")
                .replace(
                        "{when: \"component.product.name == 'good'\", then: PASS",
                        "{when: \"component.product.name == 'good' && asOf <= date('2026-12-31')\", then: PASS"));
    }

    private StandingAudits standing() {
        return bench.core.standing();
    }

    /** As is done every few seconds; what the service's own threads did first counts as well. */
    private List<AuditView> swept() {
        bench.core.sweepStanding();
        Eventually.becomes(
                "the standing audit is up to date",
                Bench.PATIENCE,
                () -> standing().get("alpha"),
                view -> view.audit() != null && view.stale().isEmpty());
        return bench.core.audits().list("alpha", false, PageRequest.first()).items();
    }

    @Test
    void theFirstAuditFollowsAndIsMadeOnce() {
        assertThat(standing().put("alpha", List.of(REGIME), "ann").isNew()).isTrue();
        assertThat(swept()).hasSize(1);
        assertThat(swept()).hasSize(1).first().satisfies(audit -> {
            assertThat(audit.asOf()).isEqualTo("2026-11-21");
            assertThat(audit.createdBy()).isEqualTo("standing audit (ann)");
            assertThat(standing().get("alpha").audit()).isEqualTo(audit.id());
        });
        assertThat(standing().get("alpha").nextDay()).isEqualTo(LocalDate.parse("2027-01-01"));
    }

    @Test
    void itIsMadeAgainAfterEachChangeAndAfterTheMidnightThatMatters() {
        standing().put("alpha", List.of(REGIME), "ann");
        assertThat(swept()).hasSize(1);
        bench.snapshot("alpha", "other");
        assertThat(swept()).hasSize(2);
        bench.core.packs().stage(REGIME, dated("2.0.0"), "ann");
        assertThat(swept()).hasSize(2);
        bench.core.packs().activate(REGIME, "2.0.0", "ann");
        assertThat(swept()).hasSize(3).first().satisfies(audit -> assertThat(
                        audit.regimes().get(0).packVersion())
                .isEqualTo("2.0.0"));
        bench.clock.forward(Duration.between(bench.clock.instant(), Instant.parse("2026-12-31T22:59:00Z")));
        assertThat(swept()).as("a minute before midnight in Berlin").hasSize(3);
        bench.clock.forward(Duration.ofMinutes(2));
        assertThat(swept()).hasSize(4).first().satisfies(audit -> assertThat(audit.asOf())
                .isEqualTo("2027-01-01"));
    }

    @Test
    void aDateThatPassedWhileTheServiceWasDownIsMadeUpFor() {
        standing().put("alpha", List.of(REGIME), "ann");
        assertThat(swept()).hasSize(1);
        bench.clock.forward(Duration.ofDays(60));
        bench = bench.restart();
        bench.arrive(REGIME, 1);
        assertThat(swept()).hasSize(2).first().satisfies(audit -> assertThat(audit.asOf())
                .isEqualTo("2027-01-20"));
    }

    @Test
    void ofSeveralNodesOneMakesIt() throws InterruptedException {
        try (Bench other = bench.beside(otherData)) {
            other.arrive(REGIME, 2);
            standing().put("alpha", List.of(REGIME), "ann");
            for (int round = 1; round <= 5; round++) {
                CountDownLatch ready = new CountDownLatch(2);
                List<Thread> threads = Stream.of(bench, other)
                        .map(node -> new Thread(() -> {
                            ready.countDown();
                            await(ready);
                            node.core.sweepStanding();
                        }))
                        .toList();
                threads.forEach(Thread::start);
                for (Thread thread : threads) {
                    thread.join(Bench.PATIENCE.toMillis());
                }
                assertThat(swept()).hasSize(round);
                bench.snapshot("alpha", "product-" + round);
            }
        }
    }

    private static void await(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whyItCannotBeMadeIsTold() {
        standing().put("alpha", List.of(REGIME), "ann");
        assertThat(swept()).hasSize(1);
        bench.core.installers().set(bench.container);
        bench.core.regimes().uninstall(REGIME, "ann");
        bench.core.sweepStanding();
        Eventually.becomes(
                "the problem is told",
                Bench.PATIENCE,
                () -> String.valueOf(standing().get("alpha").problem()),
                problem -> problem.contains("is not installed"));
    }

    @Test
    void itEndsAndBothAreInTheLedger() {
        standing().put("alpha", List.of(REGIME), "ann");
        swept();
        standing().remove("alpha", "bob");
        bench.snapshot("alpha", "other");
        bench.core.sweepStanding();
        assertThat(bench.core.audits().list("alpha", false, PageRequest.first()).items())
                .hasSize(1);
        assertThat(bench.core.ledger().entries(PageRequest.first()).items().stream()
                        .filter(entry -> entry.kind().equals("standing"))
                        .map(Ledger.Entry::body))
                .hasSize(2)
                .anyMatch(body -> body.contains("\"standing\":true"))
                .anyMatch(body -> body.contains("\"standing\":false"));
        assertThatThrownBy(() -> standing().get("alpha")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        assertThatThrownBy(() -> standing().put("nowhere", List.of(REGIME), "ann"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> standing().put("alpha", List.of("xx-two"), "ann"))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> standing().put("alpha", List.of(), "ann")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> standing().put("alpha", List.of(REGIME, REGIME), "ann"))
                .isInstanceOf(FaultException.class);
    }
}
