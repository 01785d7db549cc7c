package org.assay.store.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assay.core.store.Blobs;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.flywaydb.core.Flyway;

/** Rows in a database whose schema this class brings up to date, and blobs beside it. */
public final class SqlStore implements Store {
    private static final int TRIES = 8;

    private final DataSource database;
    private final Blobs blobs;

    private SqlStore(DataSource database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /**
     * Opens a store and migrates its tables.
     *
     * @param database a pool; the caller closes it
     * @param blobs where blobs are kept
     * @throws StoreException if the database cannot be reached or is of a later version
     */
    public static SqlStore open(DataSource database, Blobs blobs) {
        try {
            Flyway.configure(SqlStore.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:org/assay/store/db")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            throw new StoreException("the database cannot be brought up to date: " + e.getMessage(), e);
        }
        return new SqlStore(database, blobs);
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return once(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (StoreException e) {
                if (tries == TRIES || !(e.getCause() instanceof SqlFailure cause) || !cause.isWorthAnotherTry()) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Function<Transaction, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return finish(connection, work);
        } catch (SQLException e) {
            throw failed(new SqlFailure(e));
        } catch (SqlFailure e) {
            throw failed(e);
        }
    }

    private static <T> T finish(Connection connection, Function<Transaction, T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.apply(SqlTransaction.on(new Sql(connection)));
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private static StoreException failed(SqlFailure failure) {
        return new StoreException("the database refused: " + failure.getMessage(), failure);
    }
}
