package org.assay.engine.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.assay.engine.columns.ColumnTable;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** What a document has from the snapshot to which it is added. Columns to which nothing is added stay those of the snapshot. */
final class Inherited {
    private final References references;
    private final Keeper keeper;
    private final Map<Kind, SortedMap<String, FactRecord>> shared = new EnumMap<>(Kind.class);

    Inherited(References references, Keeper keeper) {
        this.references = references;
        this.keeper = keeper;
    }

    /** By whom records are kept. */
    interface Keeper {
        void keep(Kind kind, String id, FactRecord record);
    }

    /**
     * Takes all records of a snapshot.
     *
     * @param columnar the kinds whose ids are kept in books
     */
    void take(NetworkFacts base, Set<Kind> columnar) {
        for (Kind kind : Kind.values()) {
            SortedMap<String, FactRecord> all = base.all(kind);
            if (columnar.contains(kind) && base.table(kind) instanceof ColumnTable) {
                shared.put(kind, all);
                references.share(kind, all.keySet());
            } else {
                keep(kind, all);
            }
        }
    }

    private void keep(Kind kind, SortedMap<String, FactRecord> all) {
        all.forEach((id, record) -> {
            references.define(kind, id, new Place(null, 0, 0));
            keeper.keep(kind, id, record);
        });
    }

    /** A record is about to be added to a kind. */
    void unshare(Kind kind) {
        SortedMap<String, FactRecord> all = shared.remove(kind);
        if (all != null) {
            references.share(kind, Set.of());
            keep(kind, all);
        }
    }

    /** The snapshot's own records of a kind, if none was added. */
    Optional<SortedMap<String, FactRecord>> shared(Kind kind) {
        return Optional.ofNullable(shared.get(kind));
    }
}
