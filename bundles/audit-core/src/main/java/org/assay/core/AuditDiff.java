package org.assay.core;

import java.util.List;
import org.assay.api.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one audit to another.
 *
 * @param from the first audit's id
 * @param to the second audit's id
 * @param flips how many verdicts went from which outcome to which, most first
 * @param changes the verdicts that changed in outcome or in reason, by regime, requirement and subject
 */
public record AuditDiff(String from, String to, List<Flip> flips, Page<Change> changes) {
    public AuditDiff {
        flips = List.copyOf(flips);
    }

    /**
     * A number of changes of one sort.
     *
     * @param regime the regime's id
     * @param from null where there was no verdict
     * @param to null where there is none any more
     * @param count how many
     */
    public record Flip(String regime, @Nullable Outcome from, @Nullable Outcome to, long count) {}

    /**
     * A verdict that changed.
     *
     * @param from null where there was none
     * @param to null where there is none any more
     */
    public record Change(@Nullable Verdict from, @Nullable Verdict to) {}
}
