package org.assay.core.internal.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.core.internal.outbox.LedgerEvents;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.RegimeRow;
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

    /** A finished audit was written to a file; about the audit's id. */
    public static final String EXPORT = "export";

    /** A token was made or withdrawn; about its name. */
    public static final String TOKEN = "token";

    /** A key that packs may be signed with was added, changed or revoked; about its id. */
    public static final String KEY = "key";

    /** A waiver was asked for, approved or withdrawn; about its id. */
    public static final String WAIVER = "waiver";

    /** A network got a standing audit, or lost it; about the network's id. */
    public static final String STANDING = "standing";

    /** A calendar feed was made or withdrawn; about its network. */
    public static final String FEED = "feed";

    /** A webhook was added, removed or given another secret; about its id. */
    public static final String WEBHOOK = "webhook";

    /** A dossier was drafted and handed out; about its id. */
    public static final String DOSSIER = "dossier";

    /** An audit's verdicts or a snapshot's facts were removed; about the audit's id or the snapshot's digest. */
    public static final String REMOVAL = "removal";

    private Book() {}

    /** Marks a regime as installed or removed, and notes it; false if it is as wanted already. */
    public static boolean mark(Transaction tx, String regime, boolean installed, Instant at, String who) {
        boolean before = tx.regimes().lock(regime).map(RegimeRow::installed).orElse(false);
        if (before != installed) {
            tx.regimes().put(new RegimeRow(regime, installed, at, who));
            note(tx, REGIME, regime, at, who, Map.of("regime", regime, "installed", installed));
        }
        return before != installed;
    }

    /**
     * Appends an entry. To be called after all other locks of the transaction.
     *
     * @param about the digest or id of what it is about
     * @param what all that pins it: texts, whole numbers, booleans, days, and maps and lists of them
     */
    public static void note(
            Transaction tx, String kind, String about, Instant at, String who, Map<String, Object> what) {
        noteAll(tx, kind, List.of(new Note(about, at, who, what)));
    }

    /**
     * What an entry tells.
     *
     * @param about the digest or id of what it is about
     * @param what all that pins it, as for {@link #note}
     */
    public record Note(String about, Instant at, String who, Map<String, Object> what) {}

    /** Appends an entry for each. To be called after all other locks of the transaction. */
    public static void noteAll(Transaction tx, String kind, List<Note> notes) {
        long first = tx.ledger().lock();
        List<LedgerRow> rows = new ArrayList<>();
        for (Note note : notes) {
            LedgerEntry entry = LedgerEntry.of(first + rows.size(), kind, note.at(), note.who(), note.what());
            rows.add(new LedgerRow(entry.number(), kind, note.about(), entry.body(), entry.leafHex()));
        }
        tx.ledger().append(rows);
        for (int i = 0; i < notes.size(); i++) {
            tell(tx, kind, first + i, notes.get(i));
        }
    }

    private static void tell(Transaction tx, String kind, long number, Note note) {
        if (kind.equals(AUDIT)) {
            LedgerEvents.audit(tx, note.about(), note.at(), note.what());
        } else if (kind.equals(PACK)) {
            LedgerEvents.pack(tx, number, note.at(), note.what());
        }
    }
}
