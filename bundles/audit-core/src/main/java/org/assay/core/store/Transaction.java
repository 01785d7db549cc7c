package org.assay.core.store;

/** The rows, as one transaction sees them. Used by the thread that was given it, while its work runs. */
public interface Transaction {

    /** Which regimes are installed. */
    RegimeRows regimes();

    /** Packs and their events. */
    PackRows packs();

    /** Networks and snapshots. */
    NetworkRows networks();

    /** Audits. */
    AuditRows audits();

    /** Bearer tokens and kept replies. */
    AccessRows access();

    /** The ledger. */
    LedgerRows ledger();
}
