package org.assay.core.store;

/** The rows, as one transaction sees them. Used by the thread that was given it, while its work runs. */
public interface Transaction {

    /** Which regimes are installed. */
    RegimeRows regimes();

    /** Packs and their events. */
    PackRows packs();

    /** The keys that packs may be signed with. */
    KeyRows keys();

    /** Networks and snapshots. */
    NetworkRows networks();

    /** Waivers. */
    WaiverRows waivers();

    /** Standing audits. */
    StandingRows standing();

    /** Audits. */
    AuditRows audits();

    /** Bearer tokens and kept replies. */
    AccessRows access();

    /** Calendar feeds. */
    FeedRows feeds();

    /** Webhooks. */
    WebhookRows webhooks();

    /** What goes once it is old. */
    RetentionRows retention();

    /** The ledger. */
    LedgerRows ledger();
}
