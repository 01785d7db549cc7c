package org.assay.store.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assay.core.store.StoreException;

/** Runs work in transactions of one database. Thread-safe. */
final class Transactions {
    private static final int TRIES = 8;

    private final Gate gate;

    Transactions(DataSource database) {
        this.gate = new Gate(database);
    }

    DataSource database() {
        return gate.database();
    }

    /** All that is read in it is of one moment, whatever other transactions, here or on other nodes, do meanwhile. */
    <T> T read(Function<Sql, T> work) {
        return once(Connection.TRANSACTION_REPEATABLE_READ, work);
    }

    /** All or nothing; run again where another transaction was in its way. */
    <T> T write(Function<Sql, T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return once(Connection.TRANSACTION_READ_COMMITTED, work);
            } catch (StoreException e) {
                if (tries == TRIES || !(e.getCause() instanceof SqlFailure cause) || !cause.isWorthAnotherTry()) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(int isolation, Function<Sql, T> work) {
        try (Connection connection = gate.open()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            return finish(connection, work);
        } catch (SQLException e) {
            throw failed(new SqlFailure(e));
        } catch (SqlFailure e) {
            throw failed(e);
        }
    }

    private static <T> T finish(Connection connection, Function<Sql, T> work) throws SQLException {
        T result;
        try {
            result = work.apply(new Sql(connection));
        } catch (RuntimeException | Error e) {
            undo(connection, e);
            throw e;
        }
        commit(connection);
        return result;
    }

    /** What cannot be undone because the connection is gone is undone by the database; why the work failed counts. */
    private static void undo(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            undo(connection, e);
            throw e;
        }
    }

    private StoreException failed(SqlFailure failure) {
        if (failure.isClosed()) {
            gate.renew();
        }
        return failure.told();
    }
}
