package org.assay.core.internal.network;

import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.Optional;
import org.assay.core.internal.engine.FactsEngine;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.store.SnapshotRow;
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
    private final BoundedCache<String, Pinned> read =
            new BoundedCache<>(KEPT_RECORDS, pinned -> weight(pinned.prepared().facts()));

    /** Facts with the digest that was made from them here. */
    private record Pinned(PreparedFacts prepared, String digest) {}

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
     * The facts of a snapshot.
     *
     * @param blob where they are
     * @param digest the snapshot's
     * @throws StoreException if they cannot be read, or are other facts than the digest says
     */
    public NetworkFacts of(String blob, String digest) {
        return prepared(blob, digest).facts();
    }

    /** The time zone in which days begin in a snapshot's network. */
    public ZoneId zone(SnapshotRow snapshot) {
        return ZoneId.of(of(snapshot.facts(), snapshot.digest())
                .the(Kind.NETWORK)
                .text("timeZone")
                .orElse("UTC"));
    }

    /**
     * Facts with what audits of them found out so far.
     *
     * @throws StoreException if they cannot be read, or are other facts than the digest says
     */
    public PreparedFacts prepared(String blob, String digest) {
        Pinned pinned = read.get(blob, this::load);
        if (!pinned.digest().equals(digest)) {
            throw new StoreException("the snapshot " + digest + " is said to be in the blob " + blob
                    + ", but the facts there are those of " + pinned.digest()
                    + ": its row was changed; bring a back-up in");
        }
        return pinned.prepared();
    }

    /** The same, if they are at hand; they are not read for this. */
    public Optional<PreparedFacts> atHand(String blob, String digest) {
        return read.has(blob) ? Optional.of(prepared(blob, digest)) : Optional.empty();
    }

    /** The blob's own hash, checked as it is read, says nothing of the row that names it. */
    private Pinned load(String blob) {
        NetworkFacts facts =
                engine.restore(new ByteArrayInputStream(store.blobs().read(blob)));
        return new Pinned(PreparedFacts.of(facts), engine.digest(facts));
    }

    /** Keeps facts for good; gives their blob. */
    public String keep(NetworkFacts facts, String digest) {
        String blob = store.blobs().putWhole(out -> engine.write(facts, out));
        read.get(blob, any -> new Pinned(PreparedFacts.of(facts), digest));
        return blob;
    }
}
