package org.assay.core.store;

import java.util.List;
import java.util.Optional;

/** The append-only rows of the ledger. */
public interface LedgerRows {

    /** The ledger's name; empty before it is made. */
    Optional<String> origin();

    /** Makes the empty ledger. */
    void create(String origin);

    /**
     * Locks the ledger until the transaction ends, so that entries follow each other without gaps. To be called after all
     * other locks of the transaction.
     *
     * @return how many entries there are
     */
    long lock();

    /** How many entries there are. */
    long size();

    /** Appends entries, of which the first has the size of the locked ledger as its number, and each the next. */
    void append(List<LedgerRow> rows);

    /** Entries from a number on, in order. */
    List<LedgerRow> entries(long from, int limit);

    /** The newest entry of a kind about a digest or id. */
    Optional<LedgerRow> newest(String kind, String about);

    /** All entries of a kind about a digest or id, newest first. */
    List<LedgerRow> about(String kind, String about);

    /** All entries of a kind, in order. */
    List<LedgerRow> ofKind(String kind);

    /** The leaves of entries from a number on, in order. */
    List<String> leaves(long from, int limit);
}
