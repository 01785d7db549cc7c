package org.assay.core.internal.pack;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PackEvent.Step;
import org.assay.core.PackState;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.trust.Signatures;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.Transaction;

/** The steps in a pack's life, within one transaction that has locked the regime. */
record PackChanges(Transaction tx, String who, Instant now, Signatures signatures) {

    /** The pack of a version. */
    static PackRow find(Transaction tx, String regime, String version) {
        return tx.packs().of(regime).stream()
                .filter(pack -> pack.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "pack",
                        "the regime " + regime + " has no pack " + version,
                        "GET /regimes/" + regime + "/packs lists those it has"));
    }

    /**
     * Keeps a new pack, unless its version is taken, or is below one that was ever active for its days.
     *
     * @param older whether somebody asked for that by name, to go back to it
     */
    void stage(PackRow pack, boolean older) {
        boolean taken = tx.packs().of(pack.regime()).stream()
                .anyMatch(other -> other.version().equals(pack.version()));
        if (taken) {
            throw new ConflictException(
                    "pack-version-taken",
                    "other bytes are known as version " + pack.version() + " of " + pack.regime(),
                    "give the changed pack a version of its own");
        }
        List<PackRow> above = everActivated(pack.regime()).above(pack);
        if (!older && !above.isEmpty()) {
            String higher = above.get(0).version();
            throw new ConflictException(
                    "older-pack",
                    "version " + pack.version() + " of " + pack.regime() + " is below " + higher
                            + ", which is or was active for the same days",
                    "give it a higher version; to go back, stage it with older=true and roll back to it",
                    Map.of("activeVersion", higher));
        }
        tx.packs().insert(pack);
        note(pack, Step.STAGED);
    }

    /** Makes a staged pack active, unless a higher one speaks for some of its days. */
    void activate(PackRow pack) {
        if (Timeline.is(pack, PackState.ACTIVE)) {
            return;
        }
        refuseRejected(pack);
        List<PackRow> above = everActivated(pack.regime()).above(pack);
        if (!above.isEmpty()) {
            throw new ConflictException(
                    "rollback-needed",
                    "version " + above.get(0).version() + " is or was active for days of " + pack.version()
                            + ", which is lower",
                    "ask for a roll-back to " + pack.version() + " by name if you want to go back",
                    Map.of("activeVersion", above.get(0).version()));
        }
        makeActive(pack, Step.ACTIVATED);
    }

    /** Makes a pack active and stages again what is above it. */
    void rollback(PackRow pack) {
        refuseRejected(pack);
        List<PackRow> above = timeline(pack.regime()).above(pack);
        boolean inUse = Timeline.is(pack, PackState.ACTIVE) && above.isEmpty();
        if (inUse || everActivated(pack.regime()).above(pack).isEmpty()) {
            throw new ConflictException(
                    "not-a-rollback",
                    "no version above " + pack.version() + " is, or was before it, active for its days",
                    "activate it");
        }
        for (PackRow higher : above) {
            tx.packs().update(higher.in(PackState.STAGED.name()));
            note(higher, Step.ROLLED_BACK);
        }
        makeActive(pack, Step.ACTIVATED);
    }

    /** Decides against a staged pack. */
    void reject(PackRow pack) {
        if (!Timeline.is(pack, PackState.STAGED)) {
            throw notStaged(pack);
        }
        tx.packs().update(pack.in(PackState.REJECTED.name()));
        note(pack, Step.REJECTED);
    }

    private static void refuseRejected(PackRow pack) {
        if (Timeline.is(pack, PackState.REJECTED)) {
            throw notStaged(pack);
        }
    }

    private static ConflictException notStaged(PackRow pack) {
        return new ConflictException(
                "pack-not-staged",
                "version " + pack.version() + " of " + pack.regime() + " is "
                        + pack.state().toLowerCase(Locale.ROOT),
                "upload it under a new version");
    }

    private void makeActive(PackRow pack, Step step) {
        signatures.require(tx, pack);
        tx.packs().update(pack.activated(PackState.ACTIVE.name(), now, who));
        note(pack, step);
        settle(pack.regime());
    }

    /** Which packs are superseded follows from the others. */
    private void settle(String regime) {
        Timeline timeline = timeline(regime);
        for (PackRow each : timeline.activated()) {
            PackState state = timeline.isSuperseded(each) ? PackState.SUPERSEDED : PackState.ACTIVE;
            if (!Timeline.is(each, state)) {
                tx.packs().update(each.in(state.name()));
                note(each, state == PackState.SUPERSEDED ? Step.SUPERSEDED : Step.ACTIVATED);
            }
        }
    }

    /** What was activated at any time, also what was taken back since. */
    private Timeline everActivated(String regime) {
        return new Timeline(tx.packs().of(regime).stream()
                .filter(pack -> pack.activatedAt() != null)
                .toList());
    }

    private Timeline timeline(String regime) {
        return Timeline.among(tx.packs().of(regime));
    }

    private void note(PackRow pack, Step step) {
        tx.packs().addEvent(new PackEventRow(0, pack.regime(), pack.version(), pack.digest(), step.name(), who, now));
        Book.note(
                tx,
                Book.PACK,
                pack.digest(),
                now,
                who,
                Map.of(
                        "step", step.name(),
                        "regime", pack.regime(),
                        "version", pack.version(),
                        "digest", pack.digest(),
                        "envelope", pack.envelope()));
    }
}
