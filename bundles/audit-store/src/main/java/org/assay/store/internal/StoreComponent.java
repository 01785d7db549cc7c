package org.assay.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assay.core.store.Blobs;
import org.assay.core.store.StartTrouble;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.assay.store.internal.blob.PrivateFolder;
import org.assay.store.internal.sql.SqlStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * The store as a service. Configured by {@code org.assay.store}: {@code url}, {@code user} and {@code password} of the
 * database, {@code database.target} to choose its driver, {@code poolSize}, and {@code blobs}: {@code files} or
 * {@code database}; without any of these it is the embedded database in the data directory, and files. Where the database
 * is not there yet when the service starts, it is waited for. A file {@code restore.zip} in the data directory is brought
 * into an empty database first.
 */
@Component(configurationPid = "org.assay.store")
public final class StoreComponent implements Store {
    /** How long a database that starts later than we do is waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How long a request waits for a connection: for one that others use, or for a database that went away. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final HikariDataSource pool;
    private final SqlStore store;

    /** Where the database is embedded; null where it sees to its own. */
    private final @Nullable Room room;

    /**
     * Opens the store.
     *
     * @throws StoreException if the data directory or the database cannot be used
     */
    @Activate
    public StoreComponent(
            @Reference(name = "database", target = "(osgi.jdbc.driver.class=org.h2.Driver)") DataSourceFactory database,
            Map<String, Object> configuration) {
        this(
                database,
                StartTrouble.telling(Path.of(data()).toAbsolutePath(), () -> new StoreSettings(configuration, data())));
    }

    private static String data() {
        return System.getProperty("assay.data", "var");
    }

    StoreComponent(DataSourceFactory database, StoreSettings settings) {
        makeFolder(settings.data());
        makeFolder(settings.data().resolve("db"));
        this.pool = open(source(database, settings), settings.poolSize());
        Path waiting = settings.data().resolve("restore.zip");
        SqlStore opened = null;
        try {
            opened = StartTrouble.telling(
                    settings.data(),
                    () -> settings.blobsInDatabase()
                            ? SqlStore.withRows(pool, settings.data().resolve("aside"), waiting)
                            : SqlStore.withFiles(pool, settings.data().resolve("blobs"), waiting));
        } finally {
            if (opened == null) {
                pool.close();
            }
        }
        this.store = opened;
        this.room = settings.isEmbedded() ? Room.in(settings.data()) : null;
    }

    private static void makeFolder(Path folder) {
        try {
            PrivateFolder.make(folder);
        } catch (IOException e) {
            throw new StoreException("the data directory " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static DataSource source(DataSourceFactory database, StoreSettings settings) {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, settings.url());
        properties.setProperty(DataSourceFactory.JDBC_USER, settings.user());
        properties.setProperty(DataSourceFactory.JDBC_PASSWORD, settings.password());
        try {
            return database.createDataSource(properties);
        } catch (SQLException e) {
            throw new StoreException("the database driver refused its settings: " + e.getMessage(), e);
        }
    }

    private static HikariDataSource open(DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setPoolName("assay-store");
        config.setConnectionTimeout(WAIT.toMillis());
        config.setInitializationFailTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    @Deactivate
    void close() {
        pool.close();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        if (room != null) {
            room.require();
        }
        return store.write(work);
    }

    @Override
    public Blobs blobs() {
        return store.blobs();
    }

    @Override
    public void backup(OutputStream out) throws IOException {
        store.backup(out);
    }
}
