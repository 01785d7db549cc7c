package org.assay.core.internal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;

/** All rows, in memory. */
record MemoryRows(
        MemoryRegimes regimes,
        MemoryPacks packs,
        MemoryKeys keys,
        MemoryNetworks networks,
        MemoryWaivers waivers,
        MemoryStanding standing,
        MemoryAudits audits,
        MemoryAccess access,
        MemoryFeeds feeds,
        MemoryWebhooks webhooks,
        MemoryRetention retention,
        MemoryLedger ledger)
        implements Transaction {

    /** None yet, beside some blobs. */
    static MemoryRows empty(Map<String, byte[]> blobs) {
        MemoryPacks packs = new MemoryPacks();
        MemoryNetworks networks = new MemoryNetworks();
        MemoryAudits audits = new MemoryAudits();
        return new MemoryRows(
                new MemoryRegimes(),
                packs,
                new MemoryKeys(),
                networks,
                new MemoryWaivers(),
                new MemoryStanding(),
                audits,
                new MemoryAccess(),
                new MemoryFeeds(),
                new MemoryWebhooks(
                        new TreeMap<String, WebhookRow>(),
                        new TreeMap<String, DeliveryRow>(),
                        new TreeMap<String, Instant>(),
                        new TreeMap<String, Map<String, String>>()),
                new MemoryRetention(packs, networks, audits, blobs),
                new MemoryLedger());
    }

    MemoryRows copy() {
        MemoryPacks otherPacks = packs.copy();
        MemoryNetworks otherNetworks = networks.copy();
        MemoryAudits otherAudits = audits.copy();
        return new MemoryRows(
                regimes.copy(),
                otherPacks,
                keys.copy(),
                otherNetworks,
                waivers.copy(),
                standing.copy(),
                otherAudits,
                access.copy(),
                feeds.copy(),
                webhooks.copy(),
                new MemoryRetention(otherPacks, otherNetworks, otherAudits, retention.blobs()),
                ledger.copy());
    }
}
