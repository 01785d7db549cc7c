package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assay.core.AuditView;
import org.assay.core.GoneException;
import org.assay.core.PageRequest;
import org.assay.core.Retention.Kind;
import org.assay.core.SnapshotView;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.internal.retention.RetentionService;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.Removal;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is removed by age, on the store as it is shipped. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RetentionTest {
    private static final int DAYS = 90;
    private static final Duration LONG = Duration.ofDays(DAYS + 10);
    private static final RetentionRules RULES = new RetentionRules(DAYS, Map.of());

    private final StoreBench.HandClock clock = new StoreBench.HandClock();

    @TempDir
    private Path folder;

    @Parameter
    private TestDatabase.Kind kind;

    private StoreBench bench;

    @BeforeEach
    void create() {
        bench = new StoreBench(kind, folder, clock, RULES);
        bench.network();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private RetentionService service() {
        return new RetentionService(bench.store(), RULES, new Moments(clock), new Json());
    }

    private AuditView anOldAuditBesideANewOne() {
        AuditView old = bench.audit(null);
        clock.forward(Duration.ofDays(1));
        bench.snapshot("c");
        clock.forward(LONG);
        bench.audit(null);
        return old;
    }

    private <T> T read(Function<Transaction, T> work) {
        return bench.store().read(work);
    }

    @Test
    void whatIsRemovedStaysSoOverARestartAndItsBytesGo() {
        AuditView old = anOldAuditBesideANewOne();

        assertThat(bench.core().retention().run("ann").removed()).isEqualTo(Map.of(Kind.AUDIT, 1L, Kind.SNAPSHOT, 1L));
        Set<String> unnamed = read(tx -> tx.retention().unnamed());
        assertThat(unnamed).isNotEmpty();
        RetentionService service = service();
        service.sweep();
        assertThat(read((Transaction tx) -> tx.retention().unnamed()))
                .as("the first round looks only")
                .isEqualTo(unnamed);
        service.sweep();
        bench.restart();

        assertThat(read((Transaction tx) -> tx.retention().unnamed())).isEmpty();
        assertThat(bench.store().blobs().has(unnamed.iterator().next())).isFalse();
        AuditView after = bench.core().audits().get(old.id());
        assertThat(after.removed().because()).isEqualTo("kept for 90 days");
        assertThat(after.regimes()).isEqualTo(old.regimes());
        assertThat(bench.core().networks().snapshot("alpha", old.snapshot()).removed())
                .isEqualTo(after.removed());
        assertThatThrownBy(() -> bench.core().audits().verdicts(old.id(), VerdictFilter.ALL, PageRequest.first()))
                .isInstanceOf(GoneException.class);
        List<AuditView> all =
                bench.core().audits().list("alpha", false, PageRequest.first()).items();
        assertThat(all).hasSize(2);
        assertThat(verdicts(all.get(0))).isPositive();
        assertThat(bench.core().ledger().entries(new PageRequest(null, 1000)).items())
                .filteredOn(entry -> entry.kind().equals("removal"))
                .hasSize(2);
    }

    private long verdicts(AuditView audit) {
        return bench.core()
                .audits()
                .verdicts(audit.id(), VerdictFilter.ALL, PageRequest.first())
                .total();
    }

    @Test
    void aRemovalThatBreaksOffIsAsIfItHadNotBegun() {
        AuditView old = anOldAuditBesideANewOne();
        assertThatThrownBy(() -> bench.store().write(tx -> {
                    tx.ledger().lock();
                    tx.retention().removeAudit(old.id(), new Removal(clock.instant(), "test"));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(bench.core().audits().get(old.id()).removed()).isNull();
        assertThat(verdicts(old)).isPositive();
        assertThat(bench.core().retention().run("ann").removed()).containsEntry(Kind.AUDIT, 1L);
    }

    @Test
    void whileBlobsAreSweptNothingThatIsAcknowledgedLacksOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicBoolean over = new AtomicBoolean();
        Future<Integer> sweeping = threads.submit(() -> sweepUntil(over));
        List<AuditView> audits = new ArrayList<>();
        List<SnapshotView> snapshots = new ArrayList<>();
        try {
            for (int round = 0; round < 12; round++) {
                int number = round;
                List<Future<?>> work = List.of(
                        threads.submit(() -> collect(snapshots, () -> bench.snapshot("p" + number % 3))),
                        threads.submit(() -> collect(audits, () -> bench.audit(LocalDate.of(2026, 11, 1 + number)))),
                        threads.submit(() -> collect(audits, () -> bench.audit(LocalDate.of(2026, 10, 1 + number)))));
                for (Future<?> each : work) {
                    each.get();
                }
                clock.forward(Duration.ofDays(DAYS / 2));
            }
        } finally {
            over.set(true);
        }
        assertThat(sweeping.get()).as("rounds").isGreaterThan(2);
        threads.shutdown();
        bench.restart();

        assertThat(audits).hasSizeGreaterThan(4);
        assertThat(snapshots).isNotEmpty();
        for (AuditView audit : audits) {
            boolean done = audit.state() == AuditView.State.DONE;
            if (done && bench.core().audits().get(audit.id()).removed() == null) {
                assertThat(verdicts(audit)).as("verdicts of %s", audit.id()).isPositive();
                assertThat(bench.core().audits().measures(audit.id()))
                        .as("facts of %s", audit.id())
                        .isEmpty();
            }
        }
        assertThat(bench.core()
                        .audits()
                        .list("alpha", false, PageRequest.first())
                        .items())
                .filteredOn(audit -> audit.removed() == null)
                .isNotEmpty();
    }

    /** Far more often than every six hours, so that it comes between putting a blob and naming it. */
    private int sweepUntil(AtomicBoolean over) {
        RetentionService service = service();
        int rounds = 0;
        while (!over.get()) {
            service.sweep();
            rounds++;
        }
        return rounds;
    }

    /** What came to nothing because its blob was swept under it was not acknowledged. */
    private static <T> void collect(List<T> done, Supplier<T> work) {
        try {
            T result = work.get();
            synchronized (done) {
                done.add(result);
            }
        } catch (StoreException e) {
            assertThat(e.getMessage()).contains("blob");
        }
    }
}
