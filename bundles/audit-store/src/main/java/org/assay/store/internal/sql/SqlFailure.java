package org.assay.store.internal.sql;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.assay.core.store.StoreException;

/** A statement failed. */
final class SqlFailure extends RuntimeException {
    /** Serialisation failure, deadlock, lock not to be had; and a key that another transaction inserted meanwhile. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

    /** The server is shut down, by a person or a crash, or starts, or takes no more connections. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    /** The class of all that befalls a connection. */
    private static final String CONNECTION = "08";

    private static final String DISK_FULL = "53100";

    /** The embedded database closes when a write fails, and stays so while anybody is connected. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121, 90007, 90067);

    private final transient SQLException failure;

    SqlFailure(SQLException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    private String state() {
        return String.valueOf(failure.getSQLState());
    }

    boolean isWorthAnotherTry() {
        return WORTH_ANOTHER_TRY.contains(state());
    }

    /** Whether every connection has to go before the database can be opened again. */
    boolean isClosed() {
        return CLOSED.contains(failure.getErrorCode()) || isFull();
    }

    private boolean isFull() {
        return state().equals(DISK_FULL) || StoreException.isFull(failure);
    }

    private boolean isAway() {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || state().startsWith(CONNECTION)
                || AWAY.contains(state())
                || CLOSED.contains(failure.getErrorCode());
    }

    /** What the caller is told. */
    StoreException told() {
        if (isFull()) {
            return StoreException.full("there is no room left: " + getMessage(), this);
        }
        return isAway()
                ? StoreException.away("the database does not answer: " + getMessage(), this)
                : new StoreException("the database refused: " + getMessage(), this);
    }
}
