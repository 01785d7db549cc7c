package org.assay.store.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.store.internal.TestDatabase.Kind;
import org.assay.store.internal.blob.FileBlobs;
import org.assay.store.internal.sql.SqlStore;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every schema that ever was, with rows in it, is brought up to date, on both kinds of database. */
class UpgradeTest {
    private static final int SCHEMAS = 21;
    private static final int FIRST_WITH_LEDGER = 4;

    @TempDir
    private Path folder;

    @TestFactory
    Iterable<DynamicTest> keepsTheRowsOfEverySchema() {
        return IntStream.rangeClosed(1, SCHEMAS)
                .boxed()
                .flatMap(from -> Stream.of(Kind.values())
                        .map(kind -> DynamicTest.dynamicTest(
                                kind + " from " + from, () -> keepsTheRows(kind, from.toString()))))
                .toList();
    }

    private void keepsTheRows(Kind kind, String from) throws SQLException {
        Path own = folder.resolve(kind + from);
        try (HikariDataSource pool = kind.create(own).pool()) {
            Schema.migrate(pool, MigrationVersion.fromVersion(from));
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(Schema.version(connection)).isEqualTo(from);
                for (String row : ROWS) {
                    statement.execute(row);
                }
            }
            Store store = SqlStore.withRows(pool, own.resolve("aside"), own.resolve("restore.zip"));

            check(store);
            try (Connection connection = pool.getConnection()) {
                assertThat(Schema.version(connection)).isEqualTo(Integer.toString(SCHEMAS));
            }
        }
    }

    @TestFactory
    Iterable<DynamicTest> bringsBackABackUpOfEverySchemaThatHasALedger() {
        return IntStream.rangeClosed(FIRST_WITH_LEDGER, SCHEMAS)
                .boxed()
                .flatMap(from -> Stream.of(Kind.values())
                        .map(kind -> DynamicTest.dynamicTest(
                                kind + " from " + from, () -> bringsBack(kind, from.toString()))))
                .toList();
    }

    private void bringsBack(Kind kind, String from) throws SQLException, IOException {
        Path own = folder.resolve("back" + kind + from);
        Path waiting = Files.createDirectories(own).resolve("restore.zip");
        try (HikariDataSource pool = kind.create(own.resolve("old")).pool();
                OutputStream out = Files.newOutputStream(waiting)) {
            Schema.migrate(pool, MigrationVersion.fromVersion(from));
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into ledger values (1, 'assay/old', 0)");
                for (String row : ROWS) {
                    if (!row.startsWith("insert into snapshot")) {
                        statement.execute(row);
                    }
                }
            }
            new Backup(pool, FileBlobs.open(own.resolve("blobs")), List::of).write(out, () -> {});
        }
        try (HikariDataSource pool = kind.create(own.resolve("new")).pool()) {
            Store store = SqlStore.withRows(pool, own.resolve("aside"), waiting);

            assertThat(store.read((Transaction tx) -> tx.networks().find("alpha")))
                    .isPresent();
            assertThat(store.read((Transaction tx) -> tx.access().reply("ann", "answered")))
                    .isPresent();
            assertThat(own.resolve("restored.zip")).exists();
        }
    }

    private static final String[] ROWS = {
        "insert into regime values ('de-bsi', true, '2026-11-21 12:00:00+00', 'ann')",
        "insert into network values ('alpha', 'Alpha', 'DE', 3, '2026-11-21 12:00:00+00', 'ann')",
        "insert into snapshot (network, snapshot_number, digest, facts, recorded_at, recorded_by, records)"
                + " values ('alpha', 1, 'sha256:d', 'sha256:f', '2026-11-21 12:00:00+00', 'ann', '{}')",
        "insert into token values ('ann', 'sha256:h', '2026-11-21 12:00:00+00', 'admin')",
        "insert into reply (who, reply_key, request, claimed_at, reply)"
                + " values ('ann', 'answered', 'POST /x', '2026-11-21 12:00:00+00', '{}')",
        "insert into reply (who, reply_key, request, claimed_at)"
                + " values ('ann', 'claimed', 'POST /x', '2026-11-21 12:00:00+00')",
    };

    private static void check(Store store) {
        Instant noon = Instant.parse("2026-11-21T12:00:00Z");
        assertThat(store.read((Transaction tx) -> tx.regimes().all()))
                .singleElement()
                .satisfies(row -> assertThat(row.installed()).isTrue());
        assertThat(store.read((Transaction tx) -> tx.networks().find("alpha"))
                        .orElseThrow()
                        .revision())
                .isEqualTo(3);
        assertThat(store.read((Transaction tx) -> tx.networks().snapshots("alpha", 2L, 1)))
                .singleElement()
                .satisfies(row -> assertThat(row.recordedAt()).isEqualTo(noon));
        assertThat(store.read((Transaction tx) -> tx.access().tokens()))
                .singleElement()
                .satisfies(row -> assertThat(row.createdBy()).isEqualTo("admin"));
        assertThat(store.read((Transaction tx) -> tx.access().reply("ann", "answered")))
                .contains(new ReplyRow("ann", "answered", "POST /x", noon, null, null, "{}"));
        store.write(tx -> {
            tx.access().removeClaims(noon);
            return true;
        });
        assertThat(store.read((Transaction tx) -> tx.access().reply("ann", "claimed")))
                .as("a claim of nobody is free")
                .isEmpty();
        assertThat(store.read((Transaction tx) -> tx.access().reply("ann", "answered")))
                .isPresent();
    }
}
