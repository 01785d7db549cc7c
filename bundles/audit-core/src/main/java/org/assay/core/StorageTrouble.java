package org.assay.core;

import java.util.Optional;
import org.assay.core.store.StoreException;

/** Why state cannot be kept or read now, where that passes: nothing that was acknowledged is lost, and all goes on by itself. */
public enum StorageTrouble {
    /** The database does not answer; it may be back in a moment. */
    AWAY,
    /** There is no room for more, on disk or in the database. */
    FULL;

    /** What lies under a failure; empty if it is something else. */
    public static Optional<StorageTrouble> of(Throwable failure) {
        if (failure instanceof StoreException store) {
            return switch (store.reason()) {
                case AWAY -> Optional.of(AWAY);
                case FULL -> Optional.of(FULL);
                case FAILED -> Optional.empty();
            };
        }
        return StoreException.isFull(failure) ? Optional.of(FULL) : Optional.empty();
    }
}
