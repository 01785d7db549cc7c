package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.internal.retention.RetentionService;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.store.internal.TestDatabase.Kind;
import org.assay.store.internal.sql.SqlStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One node writes a back-up while another removes what is old and sweeps blobs: the back-up lacks nothing. */
@ParameterizedClass
@EnumSource(Kind.class)
class BackupBesideSweepTest {
    private static final RetentionRules RULES = new RetentionRules(90, Map.of());

    private final StoreBench.HandClock clock = new StoreBench.HandClock();

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private HikariDataSource poolOfA;
    private HikariDataSource poolOfB;
    private SqlStore a;
    private SqlStore b;
    private RetentionService sweeper;
    private String old;

    @BeforeEach
    void open() {
        TestDatabase database = kind.create(folder);
        poolOfA = database.pool();
        poolOfB = database.pool();
        a = SqlStore.withRows(poolOfA, folder.resolve("aside-a"), folder.resolve("restore.zip"));
        b = SqlStore.withRows(poolOfB, folder.resolve("aside-b"), folder.resolve("restore.zip"));
        sweeper = new RetentionService(b, RULES, new Moments(clock), new Json());
        old = a.blobs().put(out -> out.write("old".getBytes(StandardCharsets.UTF_8)));
        String newer = a.blobs().put(out -> out.write("newer".getBytes(StandardCharsets.UTF_8)));
        a.write(tx -> {
            tx.ledger().create("assay/test");
            tx.networks().put(new NetworkRow("alpha", "Alpha", "DE", 1, clock.instant(), "ann"));
            add(tx, 1, old);
            return true;
        });
        clock.forward(Duration.ofDays(1));
        a.write(tx -> {
            add(tx, 2, newer);
            return true;
        });
        clock.forward(Duration.ofDays(100));
    }

    private void add(Transaction tx, long number, String facts) {
        tx.networks()
                .addSnapshot(new SnapshotRow(
                        "alpha", number, "sha256:" + number, facts, clock.instant(), "ann", "{}", null));
    }

    @AfterEach
    void close() {
        poolOfA.close();
        poolOfB.close();
    }

    /** Once the rows of snapshots are written, which is after the moment that all rows are of, the other node sweeps. */
    private final class Sweeping extends ByteArrayOutputStream {
        private boolean swept;

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (!swept && toString(StandardCharsets.ISO_8859_1).contains("rows/snapshot.ndjson")) {
                swept = true;
                for (int round = 0; round < 3; round++) {
                    sweeper.sweep();
                }
            }
        }
    }

    @Test
    void aBackUpLacksNothingThatAnotherNodeSweepsMeanwhile() throws IOException {
        Sweeping out = new Sweeping();
        a.backup(out);

        assertThat(out.swept).isTrue();
        assertThat(b.read((Transaction tx) -> tx.networks().numbered("alpha", 1))
                        .orElseThrow()
                        .removed())
                .as("removed meanwhile")
                .isNotNull();
        Path place = Files.createDirectory(folder.resolve("new"));
        Path waiting = Files.write(place.resolve("restore.zip"), out.toByteArray());
        try (HikariDataSource pool = kind.create(place).pool()) {
            Store back = SqlStore.withRows(pool, place.resolve("aside"), waiting);
            assertThat(back.read((Transaction tx) -> tx.networks().numbered("alpha", 1))
                            .orElseThrow()
                            .removed())
                    .isNull();
            try (InputStream facts = back.blobs().open(old)) {
                assertThat(new String(facts.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("old");
            }
        }
        sweeper.sweep();
        assertThat(a.blobs().has(old)).as("it goes once the back-up is written").isFalse();
    }

    @Test
    void aBackUpOfANodeThatIsGoneHoldsBlobsForAnHourAtMost() throws SQLException {
        until("+ interval '1' hour");
        for (int round = 0; round < 3; round++) {
            sweeper.sweep();
        }
        assertThat(a.blobs().has(old)).isTrue();

        until("- interval '1' second");
        sweeper.sweep();
        assertThat(a.blobs().has(old)).isFalse();
    }

    private void until(String from) throws SQLException {
        try (Connection connection = poolOfA.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from copying");
            statement.execute("insert into copying values ('gone', current_timestamp " + from + ")");
        }
    }
}
