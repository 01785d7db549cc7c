package org.assay.core.internal.ledger;

import java.time.Instant;
import java.util.Optional;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.SteadyClock;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.Store;

/** Holds the clock to what the ledger, on whatever node, has recorded last. */
public record LedgerTime(Store store, SteadyClock clock, Json json) {

    /** To be called at start, and now and then. */
    public void hold() {
        latest().ifPresent(clock::raise);
    }

    private Optional<Instant> latest() {
        return store.read(tx -> tx.ledger().entries(Math.max(0, tx.ledger().size() - 1), 1)).stream()
                .map(LedgerRow::body)
                .map(body -> Instant.parse(String.valueOf(json.read(body).get("at"))))
                .findFirst();
    }
}
