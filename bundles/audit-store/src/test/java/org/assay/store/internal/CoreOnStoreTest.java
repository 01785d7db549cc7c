package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.assay.core.AuditView;
import org.assay.core.Finding;
import org.assay.core.OutlookView;
import org.assay.core.PackState;
import org.assay.core.PageRequest;
import org.assay.core.StandingView;
import org.assay.core.VerdictFilter;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The core on the store as it is shipped: what it acknowledged is there after a restart. */
@ParameterizedClass
@EnumSource(Kind.class)
class CoreOnStoreTest {
    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private StoreBench bench;

    @BeforeEach
    void create() {
        bench = new StoreBench(kind, folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void keepsEverythingOverARestart() {
        String snapshot = bench.network();
        bench.core().packs().stage(StoreBench.REGIME, bench.pack("2.0.0", "b"), "ann");
        AuditView old = bench.audit();
        bench.core().packs().activate(StoreBench.REGIME, "2.0.0", "bob");
        AuditView before = bench.core().audits().get(old.id());
        AuditView after = bench.audit();
        assertThat(before.stale()).hasSize(1);
        List<Finding> findings = bench.core()
                .audits()
                .findings(before.id(), VerdictFilter.ALL, PageRequest.first())
                .items();
        String secret = bench.core().tokens().add("ci", "admin").secret();

        bench.close();
        bench.start();

        assertThat(bench.core().readiness().check().ready()).isTrue();
        assertThat(bench.core().packs().get(StoreBench.REGIME, "2.0.0").state()).isEqualTo(PackState.ACTIVE);
        assertThat(bench.core().packs().get(StoreBench.REGIME, "1.0.0").state()).isEqualTo(PackState.SUPERSEDED);
        assertThat(bench.core().networks().snapshot("alpha", "latest").digest()).isEqualTo(snapshot);
        assertThat(bench.core().audits().get(before.id())).isEqualTo(before);
        assertThat(bench.core()
                        .audits()
                        .findings(before.id(), VerdictFilter.ALL, PageRequest.first())
                        .items())
                .isEqualTo(findings)
                .hasSize(1);
        assertThat(bench.core().tokens().authenticate(secret)).contains("ci");
        assertThat(bench.audit().regimes().get(0).verdictDigest())
                .isEqualTo(after.regimes().get(0).verdictDigest())
                .isNotEqualTo(before.regimes().get(0).verdictDigest());
    }

    @Test
    void makesStandingAuditsMarksWhatIsStaleAndLooksAhead() {
        bench.network();
        bench.core().packs().stage(StoreBench.REGIME, bench.pack("2.0.0", "b"), "ann");
        bench.core().standing().put("alpha", List.of(StoreBench.REGIME), "ann");
        String first = standing("").audit();
        bench.core().packs().activate(StoreBench.REGIME, "2.0.0", "bob");
        StandingView second = standing(first);
        OutlookView ahead =
                bench.core().outlooks().outlook("alpha", Set.of(StoreBench.REGIME), 30, PageRequest.first());

        assertThat(second.stale()).isEmpty();
        assertThat(bench.core().audits().get(first).stale()).hasSize(1);
        assertThat(ahead.isComplete()).isTrue();
        bench.close();
        bench.start();
        assertThat(bench.core().standing().get("alpha")).isEqualTo(second);
        assertThat(bench.core().audits().get(first).stale()).hasSize(1);
        assertThat(bench.core().outlooks().outlook("alpha", Set.of(StoreBench.REGIME), 30, PageRequest.first()))
                .isEqualTo(ahead);
    }

    @Test
    void keepsItsFilesToItsOwner() throws IOException {
        String blobs = kind == Kind.H2 ? "var/blobs" : "var/aside";
        for (String each : List.of("var", "var/db", blobs)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(each))))
                    .as("mode of %s", each)
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("var/token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void givesEveryAuditOneRuleSetWhilePacksAreSwapped() throws Exception {
        bench.network();
        String first = bench.audit().regimes().get(0).verdictDigest();
        bench.core().packs().stage(StoreBench.REGIME, bench.pack("2.0.0", "b"), "ann");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<AuditView>> audits = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                bench.core().packs().activate(StoreBench.REGIME, "2.0.0", "ann");
                for (int j = 0; j < 4; j++) {
                    audits.add(threads.submit(() -> bench.audit()));
                }
                bench.core().packs().rollback(StoreBench.REGIME, "1.0.0", "ann");
            }
            for (Future<AuditView> each : audits) {
                AuditView.RegimePart part = each.get().regimes().get(0);
                assertThat(part.verdictDigest().equals(first))
                        .as("the verdicts are those of the pack that is named")
                        .isEqualTo(part.packVersion().equals("1.0.0"));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(bench.core()
                        .audits()
                        .list("alpha", false, PageRequest.first())
                        .total())
                .isEqualTo(81);
    }

    /** The standing audit once it is another one, and is made. */
    private StandingView standing(String before) {
        long end = System.nanoTime() + StoreBench.LIMIT.toNanos();
        StandingView seen = bench.core().standing().get("alpha");
        while (seen.audit() == null || seen.audit().equals(before)) {
            assertThat(System.nanoTime())
                    .as("a standing audit within %s, after %s", StoreBench.LIMIT, seen)
                    .isLessThan(end);
            LockSupport.parkNanos(50_000_000);
            seen = bench.core().standing().get("alpha");
        }
        return seen;
    }
}
