package org.assay.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What going from one audit to another means, counted.
 *
 * @param from the first audit's id
 * @param to the second audit's id
 * @param changed how many verdicts change in outcome or reason
 * @param newFindings how many become findings
 * @param goneFindings how many cease to be findings
 * @param flips from which outcome to which, most first
 * @param tallies flips by what they concern: {@code requirement}, {@code site}, {@code supplier}, {@code function}; in each the
 *     gravest and then most first, at most {@link #MOST}
 * @param newDays days by which something must be done that was not asked before, the earliest first
 * @param daysLookedAt of how many changes days were looked at; less than {@code changed} where there are very many
 */
public record ImpactView(
        String from,
        String to,
        long changed,
        long newFindings,
        long goneFindings,
        List<AuditDiff.Flip> flips,
        Map<String, List<Tally>> tallies,
        List<NewDay> newDays,
        long daysLookedAt) {
    /** How many lines a list has at most. */
    public static final int MOST = 1000;

    public ImpactView {
        flips = List.copyOf(flips);
        tallies = Texts.copy(tallies);
        newDays = List.copyOf(newDays);
    }

    /**
     * Flips of one sort that concern one thing.
     *
     * @param key the requirement, site, supplier or function; empty where components have none
     * @param from null where there was no verdict
     * @param to null where there is none any more
     * @param count how many
     */
    public record Tally(String key, @Nullable Outcome from, @Nullable Outcome to, long count) {}

    /**
     * A day by which something must be done.
     *
     * @param day the last day for it
     * @param requirement what asks for it
     * @param count for how many subjects
     */
    public record NewDay(LocalDate day, String requirement, long count) {}
}
