package org.assay.store.internal.sql;

import static org.assay.store.internal.sql.SampleRows.BSI;
import static org.assay.store.internal.sql.SampleRows.LATER;
import static org.assay.store.internal.sql.SampleRows.NETWORK;
import static org.assay.store.internal.sql.SampleRows.NOON;
import static org.assay.store.internal.sql.SampleRows.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions of either database. */
@ParameterizedClass
@EnumSource(Kind.class)
class SqlStoreTest {
    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private SqlBench bench;

    @BeforeEach
    void start() {
        bench = new SqlBench(kind, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void saysThatADatabaseIsAwayAndGoesOnWhenItIsBack() throws SQLException {
        bench.change(tx -> tx.networks().put(NETWORK));
        try (Outage outage = new Outage(bench.pool())) {
            Store through = SqlStore.withRows(outage, folder.resolve("aside-2"), folder.resolve("restore.zip"));
            outage.begin();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() ->
                                through.read((Transaction tx) -> tx.networks().count()))
                        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.reason())
                                .isEqualTo(StoreException.Reason.AWAY));
            }
            outage.end();

            assertThat(through.read((Transaction tx) -> tx.networks().count())).isEqualTo(1);
        }
    }

    @Test
    void undoesAllOfAWorkThatThrows() {
        assertThatThrownBy(() -> bench.change(tx -> {
                    tx.networks().put(NETWORK);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        assertThat(bench.read((Transaction tx) -> tx.networks().count())).isZero();
    }

    @Test
    void tellsWhatTheDatabaseRefused() {
        assertThatThrownBy(() -> bench.change(tx -> tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the database refused");
    }

    @Test
    void runsChangesOfOneLockedRowOneByOne() throws Exception {
        bench.change(tx -> tx.networks().put(NETWORK));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                all.add(threads.submit(() -> bench.write((Transaction tx) -> {
                    NetworkRow row = tx.networks().lock("alpha").orElseThrow();
                    tx.networks()
                            .put(new NetworkRow(row.id(), row.name(), row.country(), row.revision() + 1, LATER, "bob"));
                    return true;
                })));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(bench.read((Transaction tx) -> tx.networks().find("alpha"))
                        .orElseThrow()
                        .revision())
                .isEqualTo(61);
    }

    @Test
    void repeatsAWorkThatAnotherTransactionForestalled() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                all.add(threads.submit(() -> bench.write((Transaction tx) -> {
                    tx.regimes().put(BSI);
                    return true;
                })));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(bench.read((Transaction tx) -> tx.regimes().all())).containsExactly(BSI);
    }
}
