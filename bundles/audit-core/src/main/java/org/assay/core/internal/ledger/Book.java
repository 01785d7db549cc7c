package org.assay.core.internal.ledger;

import java.time.Instant;
import java.util.Map;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.Transaction;
import org.assay.engine.ledger.LedgerEntry;

/** Writes entries in the transaction of what they record: both are there, or neither. Stateless. */
public final class Book {
    /** A snapshot was recorded; about its digest. */
    public static final String SNAPSHOT = "snapshot";

    /** A step in a pack's life; about the pack's digest. */
    public static final String PACK = "pack";

    /** A regime was installed or removed; about its id. */
    public static final String REGIME = "regime";

    /** An audit was finished; about its id. */
    public static final String AUDIT = "audit";

    /** A token was made or withdrawn; about its name. */
    public static final String TOKEN = "token";

    private Book() {}

    /**
     * Appends an entry. To be called after all other locks of the transaction.
     *
     * @param about the digest or id of what it is about
     * @param what all that pins it: texts, whole numbers, booleans, days, and maps and lists of them
     */
    public static void note(
            Transaction tx, String kind, String about, Instant at, String who, Map<String, Object> what) {
        LedgerEntry entry = LedgerEntry.of(tx.ledger().lock(), kind, at, who, what);
        tx.ledger().append(new LedgerRow(entry.number(), kind, about, entry.body(), entry.leafHex()));
    }
}
