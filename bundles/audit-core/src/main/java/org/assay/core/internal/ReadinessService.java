package org.assay.core.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assay.core.Readiness;
import org.assay.core.internal.pack.PackViews;
import org.assay.core.internal.regime.Registry;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;

/**
 * Ready means: the store answers, and every regime that is installed has been brought back since the start. Active packs
 * whose keys were revoked are told of, but past audits rest on them, so they make nothing unready.
 */
record ReadinessService(Store store, Registry registry, PackViews packs) implements Readiness {

    @Override
    public Status check() {
        Check rows = rows();
        Check regimes = regimes();
        return new Status(rows.well() && regimes.well(), List.of(rows, regimes, keys()));
    }

    private Check rows() {
        try {
            int known = store.read(tx -> tx.regimes().all()).size();
            return new Check("store", true, "it answers; it knows " + known + " regimes");
        } catch (StoreException e) {
            return new Check("store", false, "it does not answer: see the server's log");
        }
    }

    private Check keys() {
        try {
            List<String> doubted = store.read(packs::doubted);
            return doubted.isEmpty()
                    ? new Check("keys", true, "every active pack is signed with a key that is trusted")
                    : new Check(
                            "keys",
                            false,
                            "in use although their keys were revoked: " + String.join("; ", doubted)
                                    + ". Activate packs that other keys signed");
        } catch (StoreException e) {
            return new Check("keys", false, "not known while the store does not answer");
        }
    }

    private Check regimes() {
        Set<String> missing = new TreeSet<>(registry.missing());
        Set<String> leftOver = new TreeSet<>(registry.leftOver());
        if (!leftOver.isEmpty()) {
            String names = String.join(", ", leftOver);
            return new Check(
                    "regimes", false, "in the container's cache, but not installed, and about to go: " + names);
        }
        if (missing.isEmpty()) {
            return new Check("regimes", true, "all that are installed are there");
        }
        return new Check(
                "regimes",
                false,
                "still to come: " + String.join(", ", missing)
                        + "; if that lasts, see the server's log, or remove them with DELETE /regimes/{id}");
    }
}
