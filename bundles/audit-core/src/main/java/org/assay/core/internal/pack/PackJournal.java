package org.assay.core.internal.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.core.internal.ledger.Book;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.Transaction;

/**
 * The packs of a regime that a transaction has locked: read once, and changed together, so that the lock is short. Nothing is
 * written before {@link #write}. For one thread.
 */
final class PackJournal {
    private final Transaction tx;
    private final Map<String, PackRow> known = new LinkedHashMap<>();
    private final Map<String, PackRow> changed = new LinkedHashMap<>();
    private final List<PackEventRow> events = new ArrayList<>();
    private final List<Book.Note> notes = new ArrayList<>();
    private String regime = "";

    PackJournal(Transaction tx) {
        this.tx = tx;
    }

    /** The regime's packs as the steps so far left them, in the order in which they came. */
    List<PackRow> of(String wanted) {
        if (!regime.equals(wanted)) {
            write();
            known.clear();
            tx.packs().of(wanted).forEach(row -> known.put(row.digest(), row));
            regime = wanted;
        }
        return List.copyOf(known.values());
    }

    /** Keeps a new pack, which follows all that came before. */
    void add(PackRow row) {
        of(row.regime());
        tx.packs().insert(row);
        known.put(row.digest(), row);
    }

    /** Changes a pack. */
    void put(PackRow row) {
        of(row.regime());
        known.put(row.digest(), row);
        changed.put(row.digest(), row);
    }

    /** Tells of a step. */
    void note(PackEventRow event, Book.Note note) {
        events.add(event);
        notes.add(note);
    }

    /** Writes what the steps so far changed; the ledger is locked last. */
    void write() {
        if (!changed.isEmpty()) {
            tx.packs().update(List.copyOf(changed.values()));
        }
        if (!events.isEmpty()) {
            tx.packs().addEvents(events);
            Book.noteAll(tx, Book.PACK, notes);
        }
        changed.clear();
        events.clear();
        notes.clear();
    }
}
