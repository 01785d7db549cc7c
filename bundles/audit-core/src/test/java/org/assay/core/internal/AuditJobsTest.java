package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assay.api.Outcome;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.Finding;
import org.assay.core.PageRequest;
import org.assay.core.VerdictFilter;
import org.assay.core.store.AuditRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits that take long, or that another process began. */
class AuditJobsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    private Bench bench;
    private Audits audits;

    @BeforeEach
    void start() {
        bench = Bench.ofTwo(data);
        audits = bench.core.audits();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void doesLargeAuditsInTheBackground() {
        MemoryStore store = new MemoryStore();
        try (Bench other = new Bench(store, data, false, 0)) {
            other.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
            other.network("alpha", "a");

            AuditView first = other.audit("alpha", "xx-one");

            assertThat(Eventually.becomes(
                                    "the audit is done",
                                    LIMIT,
                                    () -> other.core.audits().get(first.id()),
                                    audit -> audit.state() == AuditView.State.DONE)
                            .counts())
                    .containsEntry(Outcome.PASS, 2L);
        }
    }

    @Test
    void goesOnAfterARestartWithWhatWasBegun() {
        MemoryStore store = new MemoryStore();
        Bench other = new Bench(store, data, false, Long.MAX_VALUE);
        other.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
        other.network("alpha", "a");
        AuditView done = other.audit("alpha", "xx-one");
        store.write(tx -> {
            tx.audits()
                    .update(tx.audits()
                            .find(done.id())
                            .orElseThrow()
                            .ended(
                                    "RUNNING",
                                    null,
                                    null,
                                    tx.audits().find(done.id()).orElseThrow().parts().stream()
                                            .map(AuditRow.Part::unjudged)
                                            .toList(),
                                    null));
            return true;
        });

        try (Bench next = other.restart()) {
            AuditView again = Eventually.becomes(
                    "the audit is done",
                    LIMIT,
                    () -> next.core.audits().get(done.id()),
                    audit -> audit.state() == AuditView.State.DONE);
            assertThat(again.regimes()).isEqualTo(done.regimes());
        }
    }

    @Test
    void givesTheSameVerdictsWhenItIsReadFromTheStoreAgain() {
        bench.network("alpha", "b");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();
        List<Finding> before =
                audits.findings(id, VerdictFilter.ALL, PageRequest.first()).items();

        try (Bench next = bench.restart()) {
            assertThat(next.core
                            .audits()
                            .findings(id, VerdictFilter.ALL, PageRequest.first())
                            .items())
                    .isEqualTo(before);
        }
    }
}
