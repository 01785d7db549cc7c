package org.assay.store.internal.sql;

import org.assay.core.store.AccessRows;
import org.assay.core.store.AuditRows;
import org.assay.core.store.FeedRows;
import org.assay.core.store.KeyRows;
import org.assay.core.store.LedgerRows;
import org.assay.core.store.NetworkRows;
import org.assay.core.store.PackRows;
import org.assay.core.store.RegimeRows;
import org.assay.core.store.RetentionRows;
import org.assay.core.store.StandingRows;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRows;
import org.assay.core.store.WebhookRows;

/** All rows on one connection. */
record SqlTransaction(
        RegimeRows regimes,
        PackRows packs,
        KeyRows keys,
        NetworkRows networks,
        WaiverRows waivers,
        StandingRows standing,
        AuditRows audits,
        AccessRows access,
        FeedRows feeds,
        WebhookRows webhooks,
        RetentionRows retention,
        LedgerRows ledger)
        implements Transaction {

    static SqlTransaction on(Sql sql, BlobPlace blobs) {
        return new SqlTransaction(
                new SqlRegimes(sql),
                new SqlPacks(sql),
                new SqlKeys(sql),
                new SqlNetworks(sql),
                new SqlWaivers(sql),
                new SqlStanding(sql),
                new SqlAudits(sql),
                new SqlAccess(sql),
                new SqlFeeds(sql),
                new SqlWebhooks(sql),
                new SqlRetention(sql, blobs),
                new SqlLedger(sql));
    }
}
