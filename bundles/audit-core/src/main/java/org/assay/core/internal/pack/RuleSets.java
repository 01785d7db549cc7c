package org.assay.core.internal.pack;

import org.assay.core.internal.engine.PackEngine;
import org.assay.core.internal.engine.Rules;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;

/** The compiled rules of packs that the store holds, by digest; made again when they were given up. Thread-safe. */
public final class RuleSets {
    private static final int KEPT = 48;

    private final Store store;
    private final PackEngine engine;
    private final BoundedCache<String, Rules> compiled = new BoundedCache<>(KEPT, rules -> 1);

    /** Rules of the packs in a store. */
    public RuleSets(Store store, PackEngine engine) {
        this.store = store;
        this.engine = engine;
    }

    /**
     * The rules of a pack.
     *
     * @throws StoreException if the store does not hold it
     */
    public Rules of(String digest) {
        return compiled.get(digest, this::compile);
    }

    /** Keeps rules that were compiled to be checked. */
    void keep(Rules rules) {
        compiled.get(rules.pack().digest(), digest -> rules);
    }

    private Rules compile(String digest) {
        return engine.compile(store.blobs().read(digest));
    }
}
