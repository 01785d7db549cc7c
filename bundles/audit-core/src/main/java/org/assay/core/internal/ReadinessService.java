package org.assay.core.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.core.Readiness;
import org.assay.core.internal.pack.PackViews;
import org.assay.core.internal.regime.Registry;
import org.assay.core.internal.util.SteadyClock;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;

/**
 * Ready means: the store answers, and every regime that is installed has been brought back since the start. Active packs
 * whose keys were revoked are told of, but past audits rest on them, so they make nothing unready.
 */
record ReadinessService(Store store, Registry registry, PackViews packs, Path data, SteadyClock clock)
        implements Readiness {
    private static final Map<StoreException.Reason, String> STATE = Map.of(
            StoreException.Reason.AWAY, "the database does not answer; it is asked again by itself",
            StoreException.Reason.FULL, "there is no room left; make some, and it goes on by itself",
            StoreException.Reason.FAILED, "it fails: see the server's log");

    /** With less than this little can be kept; in bytes. */
    private static final long SCARCE = 64L << 20;

    private static final int MEGA = 20;

    @Override
    public Status check() {
        Check rows = rows();
        Check regimes = regimes();
        return new Status(rows.well() && regimes.well(), List.of(rows, regimes, keys(), room(), time()));
    }

    /** What is refused for want of room is refused by itself; this tells of it before. */
    private Check room() {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            String left = (free >> MEGA) + " MB are free where the state is kept";
            return new Check("room", free >= SCARCE, free >= SCARCE ? left : left + ": make room");
        } catch (IOException e) {
            return new Check("room", false, "the data directory cannot be asked for its room: " + e.getMessage());
        }
    }

    private Check rows() {
        try {
            int known = store.read(tx -> tx.regimes().all()).size();
            return new Check("store", true, "it answers; it knows " + known + " regimes");
        } catch (StoreException e) {
            return new Check("store", false, STATE.get(e.reason()));
        }
    }

    private Check time() {
        return clock.behind()
                .map(behind -> new Check(
                        "clock",
                        false,
                        "the machine's clock is " + behind.truncatedTo(ChronoUnit.SECONDS)
                                + " behind what was recorded already: set it right. Until it is ahead again time goes on at a"
                                + " tenth of its pace, and nothing is recorded as earlier"))
                .orElseGet(() -> new Check("clock", true, "it is not behind what was recorded"));
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
