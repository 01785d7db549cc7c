package org.assay.engine.eval;

import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.columnar.SnapshotStore;

/**
 * One snapshot together with what audits of it found out: columns, indexes, answers of rules. Whoever audits a snapshot
 * more than once keeps it; it grows with what is asked, within bounds, and ends with this object. Thread-safe.
 */
public final class PreparedFacts {
    private final NetworkFacts facts;
    private final SnapshotStore store = new SnapshotStore();

    private PreparedFacts(NetworkFacts facts) {
        this.facts = facts;
    }

    /** A snapshot of which nothing was found out yet. */
    public static PreparedFacts of(NetworkFacts facts) {
        return new PreparedFacts(facts);
    }

    /** The facts themselves. */
    public NetworkFacts facts() {
        return facts;
    }

    SnapshotStore store() {
        return store;
    }
}
