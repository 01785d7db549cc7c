package org.assay.store.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assay.core.store.StoreException;

/** Runs work in transactions of one database. Thread-safe. */
record Transactions(DataSource database) {
    private static final int TRIES = 8;

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
        try (Connection connection = database.getConnection()) {
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
        boolean done = false;
        try {
            T result = work.apply(new Sql(connection));
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
