package org.assay.core.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assay.core.Readiness;
import org.assay.core.internal.regime.Registry;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;

/** Ready means: the store answers, and every regime that is installed has been brought back since the start. */
record ReadinessService(Store store, Registry registry) implements Readiness {

    @Override
    public Status check() {
        Check rows = rows();
        Check regimes = regimes();
        return new Status(rows.well() && regimes.well(), List.of(rows, regimes));
    }

    private Check rows() {
        try {
            int known = store.read(tx -> tx.regimes().all()).size();
            return new Check("store", true, "it answers; it knows " + known + " regimes");
        } catch (StoreException e) {
            return new Check("store", false, "it does not answer: see the server's log");
        }
    }

    private Check regimes() {
        Set<String> missing = new TreeSet<>(registry.missing());
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
