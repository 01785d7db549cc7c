package org.assay.core.internal.trust;

import java.util.List;
import java.util.Set;
import org.assay.core.ConflictException;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.store.PackRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.dsse.TrustedKeys;
import org.assay.engine.dsse.UntrustedPackException;

/** Who signed the packs that are here, and whether that key was revoked since. Thread-safe. */
public final class Signatures {
    private static final int KEPT = 256;

    private final Store store;
    private final BoundedCache<Question, List<String>> signers = new BoundedCache<>(KEPT, list -> 1);

    /** The signers of an envelope among some keys never change, so they are looked for once. */
    private record Question(String envelope, Set<String> keys) {}

    /** Signatures of the packs in a store. */
    public Signatures(Store store) {
        this.store = store;
    }

    /**
     * Who signed a pack.
     *
     * @param keys the ids of the keys that are known and whose signature fits
     * @param doubt why the pack would not be taken any more: all of these were revoked; empty if it would
     */
    public record Signed(List<String> keys, String doubt) {
        public Signed {
            keys = List.copyOf(keys);
        }
    }

    /** Who signed a pack, as a transaction knows the keys. */
    public Signed of(Transaction tx, PackRow pack) {
        TrustedKeys known = TrustStore.known(tx);
        List<String> by = signers.get(new Question(pack.envelope(), Set.copyOf(known.ids())), q -> find(q, known));
        return new Signed(by, by.isEmpty() ? "no key that is known here signed it" : known.revoked(by));
    }

    private List<String> find(Question question, TrustedKeys known) {
        try {
            return PackEnvelope.open(store.blobs().read(question.envelope()), known)
                    .signers();
        } catch (UntrustedPackException e) {
            return List.of();
        }
    }

    /**
     * Lets only a pack be activated that somebody signed whose key was not revoked.
     *
     * @throws ConflictException {@code key-revoked}
     */
    public void require(Transaction tx, PackRow pack) {
        String doubt = of(tx, pack).doubt();
        if (!doubt.isEmpty()) {
            throw new ConflictException(
                    "key-revoked",
                    "version " + pack.version() + " of " + pack.regime() + " cannot be activated: " + doubt,
                    "have the pack signed with a key that is trusted, and stage it under a new version");
        }
    }
}
