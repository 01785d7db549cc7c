package org.assay.core.internal.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.core.CheckReport;
import org.assay.core.ConflictException;
import org.assay.core.Origin;
import org.assay.core.PackState;
import org.assay.core.internal.engine.PackEngine;
import org.assay.core.internal.engine.TrialOverException;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.PackRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.RulePack;

/** Takes packs: checks them, keeps them, and makes them active where that is due. Thread-safe. */
public final class PackLife {
    private final Store store;
    private final PackEngine engine;
    private final RuleSets rules;
    private final Moments moments;
    private final boolean activateOnArrival;
    private final PackViews views;
    private final PackGuard guard;

    /**
     * Makes one.
     *
     * @param activateOnArrival whether packs that nobody asked for become active although others are
     */
    public PackLife(
            Store store,
            PackEngine engine,
            RuleSets rules,
            Moments moments,
            boolean activateOnArrival,
            PackViews views,
            PackGuard guard) {
        this.store = store;
        this.engine = engine;
        this.rules = rules;
        this.moments = moments;
        this.activateOnArrival = activateOnArrival;
        this.views = views;
        this.guard = guard;
    }

    /** A pack whose check succeeded, or that is known already. */
    record Taken(PackEngine.Verified verified, Optional<CheckReport> report) {
        RulePack pack() {
            return verified.pack();
        }
    }

    /**
     * What came of an offer.
     *
     * @param refused a line for each pack that was not taken
     * @param lines what is worth a line in the log
     * @param again whether a pack among them is only refused for want of time, and may be taken when there is more
     */
    public record Offered(List<String> refused, List<String> lines, boolean again) {
        public Offered {
            refused = List.copyOf(refused);
            lines = List.copyOf(lines);
        }
    }

    /** Verifies and, unless its digest is known, checks a pack. */
    Taken take(byte[] envelope) {
        PackEngine.Verified verified = engine.verify(envelope);
        RulePack pack = verified.pack();
        if (store.read(tx -> tx.packs().byDigest(pack.digest())).isPresent()) {
            return new Taken(verified, Optional.empty());
        }
        PackEngine.Checked checked = engine.check(verified.payload());
        rules.keep(checked.rules());
        return new Taken(verified, Optional.of(checked.report()));
    }

    /** The row of a pack that was taken; envelope and payload are kept first. */
    PackRow row(Taken taken, byte[] envelope, Origin origin, String who) {
        String blob = store.blobs().put(envelope);
        store.blobs().put(taken.verified().payload());
        return views.row(taken.pack(), taken.report().orElseThrow(), origin, who, moments.now(), blob);
    }

    /**
     * Takes what a regime's bundle brings, and marks the regime as installed. If the regime has no active pack, all become
     * active; otherwise new ones are staged.
     *
     * @param who the bundle
     * @param installedBy whom to name if the regime was not installed before
     */
    public Offered offer(String regime, List<byte[]> envelopes, String who, String installedBy) {
        List<String> refused = new ArrayList<>();
        List<PackRow> rows = new ArrayList<>();
        boolean again = false;
        for (byte[] envelope : envelopes) {
            try {
                Taken taken = take(envelope);
                requireRegime(regime, taken.pack());
                if (taken.report().isPresent()) {
                    rows.add(row(taken, envelope, Origin.BUNDLE, who));
                }
            } catch (TrialOverException e) {
                again = true;
                refused.add(firstLines(e) + "; it is tried again by itself");
            } catch (FaultException e) {
                refused.add(firstLines(e));
            }
        }
        Offered done = store.write(tx -> keepAll(tx, regime, rows, who, installedBy));
        refused.addAll(done.refused());
        return new Offered(refused, done.lines(), again);
    }

    /** The steps in packs' lives, taken now. */
    PackChanges changes(Transaction tx, String who) {
        Instant now = moments.now();
        return PackChanges.in(tx, who, now, now, guard);
    }

    private Offered keepAll(Transaction tx, String regime, List<PackRow> rows, String who, String installedBy) {
        Book.mark(tx, regime, true, moments.now(), installedBy);
        PackChanges changes = changes(tx, who);
        boolean first = Timeline.among(tx.packs().of(regime)).activated().isEmpty();
        List<String> refused = new ArrayList<>();
        for (PackRow row : rows) {
            if (tx.packs().byDigest(row.digest()).isEmpty()) {
                try {
                    changes.stage(row, false);
                } catch (ConflictException e) {
                    refused.add(e.getMessage());
                }
            }
        }
        List<PackRow> due = tx.packs().of(regime).stream()
                .filter(pack -> Timeline.is(pack, PackState.STAGED))
                .filter(pack -> first ? pack.origin().equals(Origin.BUNDLE.name()) : isAmong(rows, pack))
                .sorted(Comparator.comparing(PackRow::version, Versions.ORDER))
                .toList();
        List<String> lines = new ArrayList<>();
        for (PackRow pack : due) {
            lines.add(arrive(changes, pack, first || activateOnArrival));
        }
        return new Offered(refused, lines, false);
    }

    private static boolean isAmong(List<PackRow> rows, PackRow pack) {
        return rows.stream().anyMatch(row -> row.digest().equals(pack.digest()));
    }

    /** Activates a pack that nobody asked for, where that is due and takes nothing back. */
    String arrive(PackChanges changes, PackRow pack, boolean activate) {
        String name = "pack " + pack.version() + " of " + pack.regime();
        if (!activate) {
            return name + " is staged";
        }
        try {
            changes.arrive(pack);
            return name + " is active";
        } catch (ConflictException e) {
            return name + " is staged: " + e.getMessage();
        }
    }

    boolean activateOnArrival() {
        return activateOnArrival;
    }

    static void requireRegime(String regime, RulePack pack) {
        if (!pack.regime().equals(regime)) {
            throw new FaultException(new Fault(
                    "wrong-regime",
                    "the pack is of the regime " + pack.regime() + ", not of " + regime,
                    "/regime",
                    0,
                    0,
                    "bring it to its own regime"));
        }
    }

    private static String firstLines(FaultException e) {
        int shown = 3;
        String text = String.join(
                "; ", e.faults().stream().limit(shown).map(Fault::toString).toList());
        int more = e.faults().size() - shown;
        return more > 0 ? text + "; and " + more + " more" : text;
    }
}
