package org.assay.core.internal.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assay.core.Ledger;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.ledger.LedgerService;
import org.assay.core.store.AuditRow;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.assay.engine.export.ExportWriter;
import org.assay.engine.export.ProvedEntry;
import org.assay.engine.ledger.LedgerEntry;

/** Writes finished audits as files that can be checked without this server. Thread-safe. */
final class Exports {
    private final Store store;
    private final LedgerService ledger;
    private final KeyPair key;

    Exports(Store store, LedgerService ledger, KeyPair key) {
        this.store = store;
        this.ledger = ledger;
        this.key = key;
    }

    /** The entries, in the ledger's order, with the proofs under one checkpoint. */
    private record Proved(List<ProvedEntry> entries, String checkpoint) {}

    /** Writes one; the stream stays open. */
    void write(AuditRow audit, OutputStream out) throws IOException {
        ExportWriter writer = new ExportWriter(out);
        Proved proved = proved(audit);
        for (ProvedEntry entry : proved.entries()) {
            writer.entry(entry);
        }
        writer.checkpoint(proved.checkpoint());
        for (String envelope : envelopes(audit)) {
            writer.pack(store.blobs().read(envelope));
        }
        writer.facts(to -> copy(audit.facts(), to));
        writer.seal(key);
    }

    private void copy(String blob, OutputStream to) throws IOException {
        try (InputStream facts = store.blobs().open(blob)) {
            facts.transferTo(to);
        }
    }

    private Set<String> envelopes(AuditRow audit) {
        Set<String> envelopes = new LinkedHashSet<>();
        for (AuditRow.Part part : audit.parts()) {
            envelopes.add(store.read(tx -> tx.packs().byDigest(part.packDigest()))
                    .orElseThrow(() -> new StoreException("the pack " + part.packDigest() + " of an audit is gone"))
                    .envelope());
        }
        return envelopes;
    }

    private Proved proved(AuditRow audit) {
        return store.read(tx -> {
            Ledger.Head head = ledger.head(tx);
            List<ProvedEntry> entries = new ArrayList<>();
            for (LedgerRow row : rows(tx, audit)) {
                List<String> hashes = ledger.hashes(tx, row.number()).stream()
                        .map(HexFormat.of()::formatHex)
                        .toList();
                entries.add(new ProvedEntry(new LedgerEntry(row.number(), row.body()), hashes));
            }
            return new Proved(entries, head.checkpoint());
        });
    }

    private static List<LedgerRow> rows(Transaction tx, AuditRow audit) {
        List<LedgerRow> rows = new ArrayList<>();
        rows.add(row(tx, Book.AUDIT, audit.id()));
        rows.add(row(tx, Book.SNAPSHOT, audit.digest()));
        Set<String> packs = new LinkedHashSet<>();
        audit.parts().forEach(part -> packs.add(part.packDigest()));
        packs.forEach(digest -> rows.add(row(tx, Book.PACK, digest)));
        return rows;
    }

    private static LedgerRow row(Transaction tx, String kind, String about) {
        return tx.ledger()
                .newest(kind, about)
                .orElseThrow(() -> new StoreException("the ledger has no entry for the " + kind + " " + about));
    }
}
