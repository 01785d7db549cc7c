package org.assay.store.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.assay.core.store.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The tables, brought up to date by numbered scripts. Stateless. */
public final class Schema {
    private Schema() {}

    /**
     * Brings a database up to date.
     *
     * @throws StoreException if that fails, or the database is of a later version
     */
    public static void migrate(DataSource database) {
        migrate(database, MigrationVersion.LATEST);
    }

    static void migrate(DataSource database, MigrationVersion version) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:org/assay/store/db")
                    .target(version)
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            throw new StoreException("the database cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** The number of the last script that was run. */
    static String version(Connection connection) throws SQLException {
        String query = "select \"version\" from \"flyway_schema_history\" order by \"installed_rank\" desc";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new StoreException("the database has no schema");
            }
            return rows.getString(1);
        }
    }
}
