package org.assay.store.internal.sql;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Gives connections. While the database is away, one caller at a time waits for it and the others are told at once, so that
 * an outage does not hold every thread of the service. Thread-safe.
 */
final class Gate {
    private final DataSource database;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean asking = new AtomicBoolean();

    Gate(DataSource database) {
        this.database = database;
    }

    DataSource database() {
        return database;
    }

    Connection open() throws SQLException {
        if (!away.get()) {
            return ask();
        }
        if (!asking.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("it was away a moment ago, and is being asked again");
        }
        try {
            return ask();
        } finally {
            asking.set(false);
        }
    }

    /** A pool that is only busy gives up without a cause. */
    private Connection ask() throws SQLException {
        try {
            Connection connection = database.getConnection();
            away.set(false);
            return connection;
        } catch (SQLException e) {
            away.set(e.getCause() != null || away.get());
            throw e;
        }
    }

    /** Gives up all connections, idle ones now and others when they come back: only then does a closed database open. */
    void renew() {
        HikariPoolMXBean pool = database instanceof HikariDataSource hikari ? hikari.getHikariPoolMXBean() : null;
        if (pool != null) {
            pool.softEvictConnections();
        }
    }
}
