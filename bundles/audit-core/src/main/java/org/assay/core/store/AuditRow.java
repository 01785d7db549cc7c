package org.assay.core.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audit.
 *
 * @param id a UUIDv7: later ones are greater
 * @param network its network
 * @param snapshot the number of the snapshot
 * @param digest the snapshot's digest
 * @param facts the blob of the snapshot's facts
 * @param asOf the day whose law is applied
 * @param knownAt when the snapshot was recorded
 * @param state where it is
 * @param failure why it failed
 * @param createdAt when it was asked for
 * @param createdBy by whom
 * @param finishedAt when it ended
 * @param parts one per regime, in the order of the request
 * @param trial what it supposes, as JSON; null if it is of what is
 * @param zone the network's time zone; null in what was kept before zones were
 * @param basis when the newest of its snapshot and of the steps that made its packs active was taken; null in what was kept
 *     before that was
 * @param turn when its verdicts may change by themselves; null until it ended, and in what was kept before that was
 * @param removed that its verdicts were removed; null if they were not
 */
public record AuditRow(
        String id,
        String network,
        long snapshot,
        String digest,
        String facts,
        LocalDate asOf,
        Instant knownAt,
        String state,
        @Nullable String failure,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt,
        List<Part> parts,
        @Nullable String trial,
        @Nullable String zone,
        @Nullable Instant basis,
        @Nullable Turn turn,
        @Nullable Removal removed) {
    public AuditRow {
        parts = List.copyOf(parts);
    }

    /** An audit of what is. */
    public AuditRow(
            String id,
            String network,
            long snapshot,
            String digest,
            String facts,
            LocalDate asOf,
            Instant knownAt,
            String state,
            @Nullable String failure,
            Instant createdAt,
            String createdBy,
            @Nullable Instant finishedAt,
            List<Part> parts) {
        this(
                id,
                network,
                snapshot,
                digest,
                facts,
                asOf,
                knownAt,
                state,
                failure,
                createdAt,
                createdBy,
                finishedAt,
                parts,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether it is of the day on which it was asked for. */
    public boolean isOfItsDay() {
        return madeOn().equals(asOf);
    }

    /** The day on which it was asked for, where the network is. */
    public LocalDate madeOn() {
        return createdAt.atZone(home()).toLocalDate();
    }

    /** The time zone in which its days begin. */
    public ZoneId home() {
        return ZoneId.of(zone == null ? "UTC" : zone);
    }

    /** The same audit, ended. */
    public AuditRow ended(
            String newState, @Nullable String why, Instant when, List<Part> results, @Nullable Turn turning) {
        return new AuditRow(
                id, network, snapshot, digest, facts, asOf, knownAt, newState, why, createdAt, createdBy, when, results,
                trial, zone, basis, turning, removed);
    }

    /** The same audit, to be made once more: all that its verdicts follow from stays. */
    public AuditRow again(String newId, Instant when, String who) {
        return new AuditRow(
                newId,
                network,
                snapshot,
                digest,
                facts,
                asOf,
                knownAt,
                "RUNNING",
                null,
                when,
                who,
                null,
                parts.stream().map(Part::unjudged).toList(),
                trial,
                zone,
                knownSince(),
                null,
                null);
    }

    /** The earliest moment known by which its snapshot and packs were what they are in it. */
    public Instant knownSince() {
        return basis == null ? createdAt : basis;
    }

    /**
     * The next day on which a verdict may differ although no fact and no pack changes.
     *
     * @param day the day
     * @param because what is reached or passed then; empty where nobody looked further
     */
    public record Turn(LocalDate day, String because) {}

    /**
     * One regime's part.
     *
     * @param regime the regime
     * @param packVersion the pack's version
     * @param packDigest the pack's digest
     * @param language the number of the rule language
     * @param options every option with its value, as JSON
     * @param verdictDigest the digest of the verdicts; null until there are any
     * @param matrix the blob of the verdicts; null until there are any
     * @param result counts, as JSON; null until there are any
     */
    public record Part(
            String regime,
            String packVersion,
            String packDigest,
            int language,
            String options,
            @Nullable String verdictDigest,
            @Nullable String matrix,
            @Nullable String result) {

        /** The same before it was judged. */
        public Part unjudged() {
            return new Part(regime, packVersion, packDigest, language, options, null, null, null);
        }
    }
}
