package org.assay.engine.export;

import java.util.List;
import org.assay.engine.ledger.LedgerEntry;

/**
 * An entry of the ledger with the proof that it is in it.
 *
 * @param entry the entry
 * @param hashes the hashes beside its path, from the leaf up, as hex digits
 */
public record ProvedEntry(LedgerEntry entry, List<String> hashes) {
    public ProvedEntry {
        hashes = List.copyOf(hashes);
    }
}
