package org.assay.core.internal.network;

import java.util.ArrayList;
import java.util.List;
import org.assay.core.internal.engine.FactsEngine.Taken;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.StoreException;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * What a whole document leaves out that the network had before: an export that is sent every night drops what came by the API
 * meanwhile. Stateless.
 */
final class Dropped {
    private static final int NAMED = 5;

    private Dropped() {}

    /** What was taken, with its notes, the first of which tell what is gone. */
    static Taken noted(Taken taken, SnapshotRow before, Snapshots snapshots) {
        if (before.removed() != null || before.digest().equals(taken.digest())) {
            return taken;
        }
        try {
            List<String> notes = notes(snapshots.of(before.facts(), before.digest()), taken.facts());
            notes.addAll(taken.notes());
            return new Taken(taken.facts(), taken.digest(), taken.untyped(), notes);
        } catch (StoreException unreadable) {
            // A new document is taken also where the one before is lost: it is what mends that
            return taken;
        }
    }

    /** A line for each section of which records are gone, with how many and the first of them. */
    private static List<String> notes(NetworkFacts before, NetworkFacts now) {
        List<String> notes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (!kind.single()) {
                note(kind, before.table(kind), now.table(kind), notes);
            }
        }
        return notes;
    }

    private static void note(Kind kind, FactTable before, FactTable now, List<String> notes) {
        List<String> named = new ArrayList<>();
        int count = 0;
        for (int row = 0; row < before.rows(); row++) {
            String id = before.id(row);
            if (now.row(id) < 0) {
                count++;
                if (named.size() < NAMED) {
                    named.add(id);
                }
            }
        }
        if (count > 0) {
            String more = count > NAMED ? " and " + (count - NAMED) + " more" : "";
            notes.add(kind.section() + ": " + count + (count == 1 ? " record" : " records")
                    + " of the snapshot before " + (count == 1 ? "is" : "are") + " not in this document: "
                    + String.join(", ", named) + more
                    + "; send a document with them if they are still true");
        }
    }
}
