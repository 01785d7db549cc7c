package org.assay.core.internal.retention;

import java.util.HashSet;
import java.util.Set;
import org.assay.core.store.Store;

/**
 * Deletes blobs that no row names. A blob is put before the row that names it, so one goes only if two sweeps in turn found it
 * so; and only while the ledger is locked, after another look. Whoever names a blob looks for it under the same lock, so no row
 * ever names one that went. Thread-safe.
 */
final class BlobSweep {
    private final Store store;
    private Set<String> before = Set.of();

    BlobSweep(Store store) {
        this.store = store;
    }

    /** Gives how many went. */
    synchronized int sweep() {
        Set<String> unnamed = store.read(tx -> tx.retention().unnamed());
        Set<String> left = new HashSet<>(unnamed);
        int gone = 0;
        for (String blob : unnamed) {
            if (before.contains(blob) && delete(blob)) {
                left.remove(blob);
                gone++;
            }
        }
        before = left;
        return gone;
    }

    private boolean delete(String blob) {
        return store.write(tx -> {
            tx.ledger().lock();
            return !tx.retention().isNamed(blob) && tx.retention().delete(blob);
        });
    }
}
