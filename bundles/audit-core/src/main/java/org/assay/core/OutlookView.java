package org.assay.core;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will change if nobody does anything.
 *
 * @param network the network's id
 * @param snapshot the digest of the facts that are looked at
 * @param from the first day: verdicts are as they are then
 * @param to the last day
 * @param looked the last day up to which all is told here; {@code to} if it is complete
 * @param full whether no more will be told: so much changes that fewer days or regimes have to be asked for
 * @param days the days on which verdicts change, by day and regime
 * @param changes the verdicts that change, in the same order and then by requirement and subject
 */
public record OutlookView(
        String network,
        String snapshot,
        LocalDate from,
        LocalDate to,
        LocalDate looked,
        boolean full,
        List<Day> days,
        Page<Change> changes) {
    public OutlookView {
        days = List.copyOf(days);
    }

    /** Whether asking again looks at more days. */
    public boolean goesOn() {
        return !isComplete() && !full;
    }

    /** Whether every day was looked at. */
    public boolean isComplete() {
        return looked.equals(to);
    }

    /**
     * A day on which verdicts under one regime change.
     *
     * @param regime the regime's id
     * @param pack the version of the pack that speaks from then on; null if none does
     * @param because what is reached or passed, for people
     * @param changed how many verdicts change
     * @param newFindings how many become findings
     * @param goneFindings how many cease to be findings
     * @param flips from which outcome to which, most first
     */
    public record Day(
            LocalDate day,
            String regime,
            @Nullable String pack,
            List<String> because,
            long changed,
            long newFindings,
            long goneFindings,
            List<AuditDiff.Flip> flips) {
        public Day {
            because = List.copyOf(because);
            flips = List.copyOf(flips);
        }
    }

    /**
     * A verdict that changes.
     *
     * @param day the first day on which it is otherwise
     * @param from null where there was none before
     * @param to null where there is none from then on
     */
    public record Change(LocalDate day, @Nullable Verdict from, @Nullable Verdict to) {}
}
