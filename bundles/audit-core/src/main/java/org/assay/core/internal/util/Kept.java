package org.assay.core.internal.util;

import org.assay.core.GoneException;
import org.assay.core.Removed;
import org.assay.core.store.Removal;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.jspecify.annotations.Nullable;

/** That what is asked for, or what a row is to name, was not removed. Stateless. */
public final class Kept {
    private Kept() {}

    /**
     * That blobs are there. To be asked after the row that names them is written and the ledger is locked: none goes then.
     *
     * @throws StoreException if one was swept since it was put
     */
    public static void requireBlobs(Transaction tx, @Nullable String... blobs) {
        for (String blob : blobs) {
            if (blob != null && !tx.retention().has(blob)) {
                throw new StoreException("the blob " + blob + " was swept before it was named; try again");
            }
        }
    }

    /**
     * That the facts of a snapshot are there.
     *
     * @throws GoneException if they were removed
     */
    public static void requireFacts(SnapshotRow row) {
        if (row.removed() != null) {
            String what = "the facts of the snapshot " + row.digest() + " of " + row.network();
            throw new GoneException(what, view(row.removed()));
        }
    }

    /**
     * That the verdicts of an audit are there.
     *
     * @throws GoneException if they were removed
     */
    public static void requireVerdicts(String audit, @Nullable Removal removal) {
        if (removal != null) {
            throw new GoneException("the verdicts of the audit " + audit, view(removal));
        }
    }

    private static Removed view(Removal removal) {
        return new Removed(removal.at(), removal.because());
    }

    /** What is told of a removal; null of none. */
    public static @Nullable Removed viewOrNull(@Nullable Removal removal) {
        return removal == null ? null : view(removal);
    }
}
