package org.assay.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;

/** An empty database of one of the kinds that Assay runs on; a test that is given one runs on each. */
public record TestDatabase(DataSourceFactory factory, String url, String user, String password) {

    /** The databases, as they are shipped or configured; PostgreSQL is a real server that the first test starts. */
    public enum Kind {
        /** The embedded one. */
        H2(TestDatabase::h2),
        /** A server of its own. */
        POSTGRESQL(TestDatabase::postgresql);

        private final Function<Path, TestDatabase> maker;

        Kind(Function<Path, TestDatabase> maker) {
            this.maker = maker;
        }

        /** A new empty database; one that is a file is in {@code folder}. */
        public TestDatabase create(Path folder) {
            return maker.apply(folder);
        }
    }

    /** One server for all tests of the VM; it ends with the VM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for the tests did not start", e);
            }
        }
    }

    private static TestDatabase h2(Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("assay") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000";
        return new TestDatabase(new OsgiDataSourceFactory(org.h2.Driver.load()), url, "sa", "");
    }

    private static TestDatabase postgresql(Path folder) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(
                new PGDataSourceFactory(), Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "");
    }

    /** A new pool on it; the caller closes it. */
    public HikariDataSource pool() {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, url);
        properties.setProperty(DataSourceFactory.JDBC_USER, user);
        properties.setProperty(DataSourceFactory.JDBC_PASSWORD, password);
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(8);
        try {
            config.setDataSource(factory.createDataSource(properties));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new HikariDataSource(config);
    }
}
