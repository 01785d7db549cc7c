package org.assay.core.internal.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.PackRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes planned activations when their moment has come. Whoever comes first takes one, in a transaction that locks its
 * regime; every audit asks before it reads which packs are active, so none is judged by yesterday's rules because the
 * service was down at midnight. Thread-safe.
 */
public final class PackPlans {
    private static final Logger LOG = LoggerFactory.getLogger(PackPlans.class);

    private final Store store;
    private final PackGuard guard;
    private final Moments moments;

    /** Makes one. */
    public PackPlans(Store store, PackGuard guard, Moments moments) {
        this.store = store;
        this.guard = guard;
        this.moments = moments;
    }

    /**
     * Takes what is due.
     *
     * @return the moment up to which all that was planned has been taken
     */
    public Instant takeDue() {
        Instant now = moments.now();
        List<String> regimes = store.read(tx -> tx.packs().due(now)).stream()
                .map(PackRow::regime)
                .distinct()
                .sorted()
                .toList();
        regimes.forEach(regime -> store.write(tx -> takeDue(tx, regime, now)).forEach(LOG::info));
        return now;
    }

    private List<String> takeDue(Transaction tx, String regime, Instant now) {
        tx.regimes().lock(regime);
        List<PackRow> due = tx.packs().due(now).stream()
                .filter(pack -> pack.regime().equals(regime))
                .toList();
        return due.stream().map(pack -> take(tx, pack.digest(), now)).toList();
    }

    /** An earlier one may have changed the row of a later one. */
    private String take(Transaction tx, String digest, Instant now) {
        PackRow pack = tx.packs().byDigest(digest).orElseThrow();
        PackRow.Plan plan = pack.planned();
        String name = "pack " + pack.version() + " of " + pack.regime();
        if (plan == null) {
            return name + " was taken already";
        }
        Optional<String> failure =
                PackChanges.in(tx, plan.who(), now, plan.at(), guard).takeDue(pack, plan);
        return failure.map(why -> name + " was to be active from " + plan.at() + " on, but " + why)
                .orElse(name + " is active from " + plan.at() + " on, as " + plan.who() + " planned");
    }
}
