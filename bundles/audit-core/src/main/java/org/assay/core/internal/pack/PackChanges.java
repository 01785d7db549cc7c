package org.assay.core.internal.pack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PackEvent.Step;
import org.assay.core.PackState;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.util.Kept;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The steps in a pack's life, within one transaction that has locked the regime. Each checks all before it changes anything.
 *
 * @param now the moment at which they are taken
 * @param effective the moment from which they count; earlier than {@code now} where they were planned
 */
record PackChanges(Transaction tx, String who, Instant now, Instant effective, PackGuard guard, PackJournal journal) {

    static PackChanges in(Transaction tx, String who, Instant now, Instant effective, PackGuard guard) {
        return new PackChanges(tx, who, now, effective, guard, new PackJournal(tx));
    }

    /** The pack of a version. */
    static PackRow find(Transaction tx, String regime, String version) {
        return find(tx.packs().of(regime), regime, version);
    }

    /** The same, as the steps so far left it. */
    PackRow find(String regime, String version) {
        return find(journal.of(regime), regime, version);
    }

    private static PackRow find(List<PackRow> packs, String regime, String version) {
        return packs.stream()
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
        boolean taken = journal.of(pack.regime()).stream()
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
        journal.add(pack);
        note(pack, Step.STAGED);
        journal.write();
        Kept.requireBlobs(tx, pack.digest(), pack.envelope());
    }

    /** Says that a pack may become active. */
    void approve(PackRow pack) {
        if (Timeline.is(pack, PackState.ACTIVE) || Timeline.is(pack, PackState.REJECTED)) {
            throw notStaged(pack);
        }
        guard.requireMayApprove(tx, pack, who);
        journal.put(pack.with(new PackRow.Approval(now, who), pack.planned()));
        note(pack, Step.APPROVED);
        journal.write();
    }

    /** Makes a pack active, or plans it, unless a higher one speaks or spoke for some of its days. */
    void activate(PackRow pack, @Nullable Instant at, List<String> previews) {
        if (Timeline.is(pack, PackState.ACTIVE)) {
            return;
        }
        activate(pack, at, () -> guard.previews().rely(tx, pack, previews, now, who));
    }

    private void activate(PackRow pack, @Nullable Instant at, Supplier<List<Map<String, Object>>> previews) {
        requireNotAbove(pack);
        guard.requireMayActivate(tx, pack, who);
        if (at == null) {
            makeActive(pack, previews.get());
        } else {
            plan(pack, new PackRow.Plan(at, false, who, now), previews.get());
        }
    }

    /** Makes a pack active that nobody asked for. */
    void arrive(PackRow pack) {
        requireNotAbove(pack);
        makeActive(pack, List.of());
    }

    private void requireNotAbove(PackRow pack) {
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
    }

    /** Makes a pack active and takes what is above it out of use, or plans that. */
    void rollback(PackRow pack, @Nullable Instant at, List<String> previews) {
        rollback(pack, at, () -> guard.previews().rely(tx, pack, previews, now, who));
    }

    private void rollback(PackRow pack, @Nullable Instant at, Supplier<List<Map<String, Object>>> previews) {
        refuseRejected(pack);
        List<PackRow> above = timeline(pack.regime()).above(pack);
        boolean inUse = Timeline.is(pack, PackState.ACTIVE) && above.isEmpty();
        if (inUse || everActivated(pack.regime()).above(pack).isEmpty()) {
            throw new ConflictException(
                    "not-a-rollback",
                    "no version above " + pack.version() + " is, or was before it, active for its days",
                    "activate it");
        }
        guard.requireMayActivate(tx, pack, who);
        if (at != null) {
            plan(pack, new PackRow.Plan(at, true, who, now), previews.get());
            return;
        }
        for (PackRow higher : above) {
            journal.put(higher.in(PackState.ROLLED_BACK.name()).with(null, higher.planned()));
            note(higher, Step.ROLLED_BACK);
        }
        makeActive(pack, previews.get());
    }

    private void plan(PackRow pack, PackRow.Plan plan, List<Map<String, Object>> previews) {
        journal.put(pack.with(pack.approved(), plan));
        Map<String, Object> more = relying(previews);
        more.put("effective", plan.at().toString());
        more.put("rollback", plan.rollback());
        note(pack, Step.PLANNED, more);
        journal.write();
    }

    private static Map<String, Object> relying(List<Map<String, Object>> previews) {
        return previews.isEmpty() ? new LinkedHashMap<>() : new LinkedHashMap<>(Map.of("previews", previews));
    }

    /** Gives up what was planned for a pack. */
    void cancel(PackRow pack) {
        if (pack.planned() == null) {
            throw new ConflictException(
                    "not-planned",
                    "nothing is planned for version " + pack.version() + " of " + pack.regime(),
                    "GET /regimes/" + pack.regime() + "/packs tells what is, under 'planned'");
        }
        journal.put(pack.with(pack.approved(), null));
        note(pack, Step.CANCELLED);
        journal.write();
    }

    /** Does what was planned for a pack, now that its moment has come; what cannot be done is given up. */
    Optional<String> takeDue(PackRow pack, PackRow.Plan plan) {
        try {
            Supplier<List<Map<String, Object>>> previews =
                    () -> guard.previews().relied(tx, pack, plan.askedAt());
            if (plan.rollback()) {
                rollback(pack, null, previews);
            } else if (!Timeline.is(pack, PackState.ACTIVE)) {
                activate(pack, null, previews);
            }
            return Optional.empty();
        } catch (ConflictException e) {
            journal.put(pack.with(pack.approved(), null));
            note(pack, Step.FAILED, Map.of("reason", e.getMessage()));
            journal.write();
            return Optional.of(e.getMessage());
        }
    }

    /** Decides against a pack that is not in use. */
    void reject(PackRow pack) {
        if (!Timeline.is(pack, PackState.STAGED) && !Timeline.is(pack, PackState.ROLLED_BACK)) {
            throw notStaged(pack);
        }
        journal.put(pack.in(PackState.REJECTED.name()).with(pack.approved(), null));
        note(pack, Step.REJECTED);
        journal.write();
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

    private void makeActive(PackRow pack, List<Map<String, Object>> previews) {
        journal.put(pack.activated(PackState.ACTIVE.name(), effective, who));
        Map<String, Object> more = relying(previews);
        more.putAll(whenEffective());
        note(pack, Step.ACTIVATED, more);
        settle(pack.regime());
        journal.write();
    }

    /** Which packs are superseded follows from the others. */
    private void settle(String regime) {
        Timeline timeline = timeline(regime);
        for (PackRow each : timeline.activated()) {
            PackState state = timeline.isSuperseded(each) ? PackState.SUPERSEDED : PackState.ACTIVE;
            if (!Timeline.is(each, state)) {
                journal.put(each.in(state.name()));
                note(each, state == PackState.SUPERSEDED ? Step.SUPERSEDED : Step.ACTIVATED);
            }
        }
    }

    /** What was activated at any time, also what was taken back since. */
    private Timeline everActivated(String regime) {
        return new Timeline(journal.of(regime).stream()
                .filter(pack -> pack.activatedAt() != null)
                .toList());
    }

    private Timeline timeline(String regime) {
        return Timeline.among(journal.of(regime));
    }

    private void note(PackRow pack, Step step) {
        note(pack, step, whenEffective());
    }

    private Map<String, Object> whenEffective() {
        return effective.equals(now) ? Map.of() : Map.of("effective", effective.toString());
    }

    private void note(PackRow pack, Step step, Map<String, Object> more) {
        String digest = pack.digest();
        PackEventRow event = new PackEventRow(0, pack.regime(), pack.version(), digest, step.name(), who, effective);
        Map<String, Object> what = new LinkedHashMap<>(more);
        what.put("step", step.name());
        what.put("regime", pack.regime());
        what.put("version", pack.version());
        what.put("digest", digest);
        what.put("envelope", pack.envelope());
        journal.note(event, new Book.Note(digest, now, who, what));
    }
}
