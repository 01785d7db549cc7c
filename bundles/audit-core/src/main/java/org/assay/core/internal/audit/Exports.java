package org.assay.core.internal.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.core.Audits.Export;
import org.assay.core.ConflictException;
import org.assay.core.Ledger;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.ledger.LedgerService;
import org.assay.core.internal.util.Kept;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.AuditRow;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;
import org.assay.engine.export.ExportWriter;
import org.assay.engine.export.ProvedEntry;
import org.assay.engine.ledger.LedgerEntry;

/** Writes finished audits as files that can be checked without this server. Thread-safe. */
final class Exports {
    private final Store store;
    private final LedgerService ledger;
    private final KeyPair key;
    private final Moments moments;

    Exports(Store store, LedgerService ledger, KeyPair key, Moments moments) {
        this.store = store;
        this.ledger = ledger;
        this.key = key;
        this.moments = moments;
    }

    /** Entries with their proofs and the packs that judged, all as one transaction saw them. */
    private record Proved(List<Ledger.Inclusion> entries, Set<String> envelopes) {
        void write(ExportWriter writer) throws IOException {
            for (Ledger.Inclusion proof : entries) {
                LedgerEntry entry =
                        new LedgerEntry(proof.entry().number(), proof.entry().body());
                writer.entry(new ProvedEntry(entry, proof.hashes()));
            }
            writer.checkpoint(entries.get(0).head().checkpoint());
        }
    }

    /**
     * An audit, to be written when it is asked for.
     *
     * @throws ConflictException if something that it rests on has no entry in the ledger
     */
    Export of(AuditRow audit, String who) {
        if (audit.trial() != null) {
            throw new ConflictException(
                    "audit-is-trial",
                    "the audit '" + audit.id() + "' supposes what is not so: it proves nothing",
                    "export an audit of what is");
        }
        Proved proved = ledger.lasting(tx -> new Proved(ledger.proofs(tx, rows(tx, audit)), envelopes(tx, audit)));
        return out -> {
            note(audit.id(), who);
            write(proved, audit.facts(), out);
        };
    }

    private void note(String audit, String who) {
        store.write(tx -> {
            Book.note(tx, Book.EXPORT, audit, moments.now(), who, Map.of("audit", audit));
            Kept.requireVerdicts(audit, tx.audits().find(audit).orElseThrow().removed());
            return true;
        });
    }

    private void write(Proved proved, String facts, OutputStream out) throws IOException {
        ExportWriter writer = new ExportWriter(out);
        proved.write(writer);
        for (String envelope : proved.envelopes()) {
            writer.pack(store.blobs().read(envelope));
        }
        writer.facts(to -> copy(facts, to));
        writer.seal(key);
    }

    private void copy(String blob, OutputStream to) throws IOException {
        try (InputStream facts = store.blobs().open(blob)) {
            facts.transferTo(to);
        }
    }

    private static Set<String> packs(AuditRow audit) {
        Set<String> packs = new LinkedHashSet<>();
        audit.parts().forEach(part -> packs.add(part.packDigest()));
        return packs;
    }

    private static Set<String> envelopes(Transaction tx, AuditRow audit) {
        Set<String> envelopes = new LinkedHashSet<>();
        for (String digest : packs(audit)) {
            envelopes.add(tx.packs()
                    .byDigest(digest)
                    .orElseThrow(() -> new StoreException("the pack " + digest + " of an audit is gone"))
                    .envelope());
        }
        return envelopes;
    }

    /** The entries of the audit, its snapshot and its packs, in this order. */
    private static List<LedgerRow> rows(Transaction tx, AuditRow audit) {
        List<LedgerRow> rows = new ArrayList<>();
        rows.add(row(tx, audit, Book.AUDIT, audit.id()));
        rows.add(row(tx, audit, Book.SNAPSHOT, audit.digest()));
        packs(audit).forEach(digest -> rows.add(row(tx, audit, Book.PACK, digest)));
        Waived.of(tx, audit).rows().forEach(waiver -> rows.add(approval(tx, waiver)));
        return rows;
    }

    /** The newest entry about a waiver may tell of its withdrawal, which does not concern an audit of a day before. */
    private static LedgerRow approval(Transaction tx, WaiverRow waiver) {
        return tx.ledger().about(Book.WAIVER, waiver.id()).stream()
                .filter(row -> row.body().contains("\"step\":\"APPROVED\""))
                .findFirst()
                .orElseThrow(() -> new StoreException("the ledger has no approval of the waiver " + waiver.id()));
    }

    private static LedgerRow row(Transaction tx, AuditRow audit, String kind, String about) {
        return tx.ledger()
                .newest(kind, about)
                .orElseThrow(() -> new ConflictException(
                        "audit-before-ledger",
                        "the audit '" + audit.id() + "' rests on the " + kind + " " + about
                                + ", which was recorded before there was a ledger",
                        "send the snapshot again to a new network, and audit it"));
    }
}
