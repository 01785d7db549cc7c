package org.assay.core.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A waiver. Days are civil days in the regime's time zone.
 *
 * @param id a UUIDv7: later ones are greater
 * @param network its network
 * @param regime the regime of the requirement
 * @param requirement the requirement that it speaks of
 * @param kind the kind of the subject
 * @param subject the subject's id
 * @param owner who answers for it
 * @param reason why
 * @param zone the regime's time zone
 * @param until the last day on which it counts
 * @param asked who asked for it
 * @param approved who approved it; null if nobody has
 * @param withdrawn who withdrew it, from which day on; null if nobody has
 * @param withdrawnBecause why; null if nobody has
 */
public record WaiverRow(
        String id,
        String network,
        String regime,
        String requirement,
        String kind,
        String subject,
        String owner,
        String reason,
        String zone,
        LocalDate until,
        Step asked,
        @Nullable Step approved,
        @Nullable Step withdrawn,
        @Nullable String withdrawnBecause) {

    /**
     * A step in its life.
     *
     * @param day the day in the regime's time zone
     * @param at when
     * @param who by whom
     */
    public record Step(LocalDate day, Instant at, String who) {}

    /** Whether it counts on a day: from its approval on, until its last day, unless it was withdrawn on or before it. */
    public boolean holds(LocalDate day) {
        return approved != null
                && !day.isBefore(approved.day())
                && !day.isAfter(until)
                && (withdrawn == null || day.isBefore(withdrawn.day()));
    }

    /** The same waiver, approved. */
    public WaiverRow approved(Step step) {
        return new WaiverRow(
                id, network, regime, requirement, kind, subject, owner, reason, zone, until, asked, step, null, null);
    }

    /** The same waiver, withdrawn. */
    public WaiverRow withdrawn(Step step, String because) {
        return new WaiverRow(
                id,
                network,
                regime,
                requirement,
                kind,
                subject,
                owner,
                reason,
                zone,
                until,
                asked,
                approved,
                step,
                because);
    }
}
