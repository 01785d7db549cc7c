package org.assay.core.internal.network;

import java.io.ByteArrayInputStream;
import org.assay.core.internal.engine.FactsEngine;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** The facts of snapshots, by blob; read again when they were given up. Thread-safe. */
public final class Snapshots {
    /** About 1 kB a record; components and sites are columns of less than a tenth of that each. */
    private static final long KEPT_RECORDS = 300_000;

    private static final int COLUMNS = 10;

    private final Store store;
    private final FactsEngine engine;
    private final BoundedCache<String, PreparedFacts> read =
            new BoundedCache<>(KEPT_RECORDS, prepared -> weight(prepared.facts()));

    /** The snapshots in a store. */
    public Snapshots(Store store, FactsEngine engine) {
        this.store = store;
        this.engine = engine;
    }

    private static long weight(NetworkFacts facts) {
        long columnar =
                facts.all(Kind.COMPONENT).size() + (long) facts.all(Kind.SITE).size();
        return 1 + facts.size() - columnar + columnar / COLUMNS;
    }

    /**
     * The facts in a blob.
     *
     * @throws StoreException if they cannot be read
     */
    public NetworkFacts of(String blob) {
        return prepared(blob).facts();
    }

    /**
     * The same with what audits of them found out so far.
     *
     * @throws StoreException if they cannot be read
     */
    public PreparedFacts prepared(String blob) {
        return read.get(blob, this::load);
    }

    private PreparedFacts load(String blob) {
        return PreparedFacts.of(
                engine.restore(new ByteArrayInputStream(store.blobs().read(blob))));
    }

    /** Keeps facts for good; gives their blob. */
    public String keep(NetworkFacts facts) {
        String blob = store.blobs().put(out -> engine.write(facts, out));
        read.get(blob, digest -> PreparedFacts.of(facts));
        return blob;
    }
}
