package org.assay.core.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pack.
 *
 * @param digest its digest
 * @param regime its regime
 * @param version its version, one of a kind in its regime
 * @param language the number of its rule language
 * @param from the first day in force
 * @param to the last day; null for no end
 * @param state where it is in its life
 * @param origin which way it came
 * @param stagedAt when it came
 * @param stagedBy who brought it
 * @param activatedAt when it was last activated
 * @param activatedBy by whom
 * @param about title, authority and check report, as JSON
 * @param envelope the blob of its envelope
 * @param approved who approved it; null if nobody has since it was last taken out of use
 * @param planned when it is to be activated; null if that is not planned
 */
public record PackRow(
        String digest,
        String regime,
        String version,
        int language,
        LocalDate from,
        @Nullable LocalDate to,
        String state,
        String origin,
        Instant stagedAt,
        String stagedBy,
        @Nullable Instant activatedAt,
        @Nullable String activatedBy,
        String about,
        String envelope,
        @Nullable Approval approved,
        @Nullable Plan planned) {

    /**
     * That a pack was approved.
     *
     * @param at when
     * @param who by whom
     */
    public record Approval(Instant at, String who) {}

    /**
     * That a pack is to be activated.
     *
     * @param at when
     * @param rollback whether that goes back to it from a higher version
     * @param who who asked for it
     * @param askedAt when
     */
    public record Plan(Instant at, boolean rollback, String who, Instant askedAt) {}

    /** The same pack in another state. */
    public PackRow in(String newState) {
        return new PackRow(
                digest,
                regime,
                version,
                language,
                from,
                to,
                newState,
                origin,
                stagedAt,
                stagedBy,
                activatedAt,
                activatedBy,
                about,
                envelope,
                approved,
                planned);
    }

    /** The same pack with another approval and plan. */
    public PackRow with(@Nullable Approval approval, @Nullable Plan plan) {
        return new PackRow(
                digest,
                regime,
                version,
                language,
                from,
                to,
                state,
                origin,
                stagedAt,
                stagedBy,
                activatedAt,
                activatedBy,
                about,
                envelope,
                approval,
                plan);
    }

    /** The same pack, activated; what was planned for it is done with. */
    public PackRow activated(String newState, Instant when, String who) {
        return new PackRow(
                digest, regime, version, language, from, to, newState, origin, stagedAt, stagedBy, when, who, about,
                envelope, approved, null);
    }
}
