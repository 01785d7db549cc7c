package org.assay.store.internal.sql;

import java.sql.SQLException;
import java.util.Set;

/** A statement failed. */
final class SqlFailure extends RuntimeException {
    /** Serialisation failure, deadlock, lock not to be had; and a key that another transaction inserted meanwhile. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

    private final transient SQLException failure;

    SqlFailure(SQLException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    boolean isWorthAnotherTry() {
        String state = failure.getSQLState();
        return state != null && WORTH_ANOTHER_TRY.contains(state);
    }
}
