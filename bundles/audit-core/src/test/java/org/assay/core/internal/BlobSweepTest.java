package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.PageRequest;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.engine.eval.Interpreter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of what was removed go. */
class BlobSweepTest {
    private static final String REGIME = "xx-one";
    private static final Duration LONG = Duration.ofDays(100);

    @TempDir
    private Path data;

    private final MemoryStore store = new MemoryStore();
    private Bench bench;

    @BeforeEach
    void start() {
        RetentionRules rules = new RetentionRules(90, Map.of());
        bench = Bench.keeping(store, data, new Interpreter(), rules, new Bench.HandClock());
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        bench.network("alpha", "a");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void restart() {
        bench = bench.restart();
        bench.arrive(REGIME, 2, TestPacks.pack(REGIME, "1.0.0", "a"));
    }

    private long verdicts(AuditView audit) {
        return bench.core
                .audits()
                .verdicts(audit.id(), VerdictFilter.ALL, PageRequest.first())
                .total();
    }

    @Test
    void blobsThatNothingNamesGoOnceTwoRoundsFoundThemSo() {
        AuditView first = bench.audit("alpha", REGIME);
        bench.clock.forward(LONG);
        bench.snapshot("alpha", "b");
        AuditView newest = bench.audit("alpha", REGIME);

        bench.core.sweepRetention();
        Set<String> unnamed = store.read(tx -> tx.retention().unnamed());
        assertThat(unnamed).as("the first round only looks").isNotEmpty();
        bench.core.sweepRetention();

        assertThat(store.digests()).isNotEmpty().doesNotContainAnyElementsOf(unnamed);
        restart();
        assertThat(verdicts(newest)).as("what is kept is read from the store").isPositive();
        assertThat(bench.core.audits().get(first.id()).removed()).isNotNull();
    }

    @Test
    void whatIsRememberedOfVerdictsThatWereSweptIsJudgedAnew() {
        AuditView first = bench.audit("alpha", REGIME);
        bench.clock.forward(LONG);
        bench.snapshot("alpha", "b");
        bench.audit("alpha", REGIME);
        bench.core.sweepRetention();
        bench.core.sweepRetention();
        assertThat(bench.core.audits().get(first.id()).removed()).isNotNull();

        AuditView again = bench.core
                .audits()
                .create(
                        new AuditRequest("alpha", List.of(REGIME), first.asOf(), null, first.snapshot(), Map.of()),
                        "ann");

        assertThat(again.regimes()).isEqualTo(first.regimes());
        restart();
        assertThat(verdicts(again)).as("read from the store").isPositive();
    }
}
