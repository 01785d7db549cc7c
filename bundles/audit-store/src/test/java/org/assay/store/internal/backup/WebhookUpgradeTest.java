package org.assay.store.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;
import org.assay.core.store.WebhookRow.Former;
import org.assay.store.internal.TestDatabase.Kind;
import org.assay.store.internal.sql.SqlStore;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks that were kept with one secret before, and without a word to whom something was told. */
class WebhookUpgradeTest {
    private static final String WEBHOOK =
            "insert into webhook (id, url, events, network, secret, former, rotated_at, created_at, created_by) values ";
    private static final List<String> ROWS = List.of(
            "insert into network values ('alpha', 'Alpha', 'DE', 3, '2026-11-21 12:00:00+00', 'ann')",
            "insert into network values ('beta', 'Beta', 'DE', 3, '2026-11-21 12:00:00+00', 'ann')",
            WEBHOOK + "('w-1', 'https://a.example/', 'case.moved,deadline.overdue', null, 'bmV3', 'b2xk',"
                    + " '2026-11-21 12:00:00+00', '2026-11-01 12:00:00+00', 'ann')",
            WEBHOOK + "('w-2', 'https://b.example/', 'audit.finished,case.moved', 'beta', 'bmV3', null, null,"
                    + " '2026-11-01 12:00:00+00', 'ann')",
            WEBHOOK + "('w-3', 'https://c.example/', 'deadline.overdue', null, 'bmV3', null, null,"
                    + " '2026-11-01 12:00:00+00', 'ann')",
            "insert into webhook_topic values ('cases alpha')",
            "insert into webhook_topic values ('cases beta')",
            "insert into webhook_topic values ('deadlines alpha')",
            "insert into webhook_announced values ('cases alpha', 'baseline', '')",
            "insert into webhook_announced values ('cases alpha', 'k', 's')",
            "insert into webhook_announced values ('deadlines alpha', 'd', 'over')");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theSecretBeforeSignsOnAndWhoKnewOfCasesStillDoes(Kind kind) throws SQLException {
        try (HikariDataSource pool = kind.create(folder).pool()) {
            Schema.migrate(pool, MigrationVersion.fromVersion("18"));
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String row : ROWS) {
                    statement.execute(row);
                }
            }
            Store store = SqlStore.withRows(pool, folder.resolve("aside"), folder.resolve("restore.zip"));

            assertThat(store.read((Transaction tx) -> tx.webhooks().all()))
                    .extracting(WebhookRow::former)
                    .containsExactly(
                            List.of(new Former("b2xk", Instant.parse("2026-11-21T12:00:00Z"))), List.of(), List.of());
            assertThat(store.read((Transaction tx) -> tx.webhooks().announced("cases alpha")))
                    .containsOnlyKeys("k", "case.moved w-1");
            assertThat(store.read((Transaction tx) -> tx.webhooks().announced("cases beta")))
                    .containsOnlyKeys("case.moved w-1", "case.moved w-2");
            assertThat(store.read((Transaction tx) -> tx.webhooks().announced("deadlines alpha")))
                    .containsOnlyKeys("d");
        }
    }
}
