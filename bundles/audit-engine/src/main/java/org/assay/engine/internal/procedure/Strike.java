package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedSet;
import org.assay.engine.facts.Days;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.CaseClock;

/**
 * A clock about to strike.
 *
 * @param day on which day
 * @param late whether at its end, and not at its begin
 * @param clock which one
 */
record Strike(LocalDate day, boolean late, int clock) {
    static final Comparator<Strike> ORDER =
            Comparator.comparing(Strike::day).thenComparing(Strike::late).thenComparing(Strike::clock);

    /**
     * For people.
     *
     * @param idle whether its condition will not hold
     * @param missing the facts for want of which that is not known
     */
    CaseClock of(Procedure.Move move, boolean idle, SortedSet<String> missing) {
        return new CaseClock(
                clock, day, late ? day : day.minusDays(1), move.to(), move.actor(), move.task(), idle, missing);
    }

    boolean by(LocalDate limit, boolean whole) {
        return day.isBefore(limit) || day.equals(limit) && !day.equals(Days.NEVER) && (whole || !late);
    }
}
