package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.api.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A share that a rule on something larger than a component found over its limit, and the fewest components whose
 * replacement, by others of the same weight that do not count, brings it under.
 *
 * @param requirement the rule
 * @param subject what the verdict speaks of
 * @param clause the number of the clause, from 0
 * @param deciding whether that clause decided the verdict; others will once it no longer holds
 * @param measure the measure's name
 * @param group the keys of its group; empty where it is not grouped
 * @param key whose share it is, of the largest one; empty otherwise
 * @param weight by what it is taken: {@code count}, {@code sites}, {@code busyHourTraffic} …
 * @param share the share, exact; where facts are missing the least that it may be
 * @param limit the limit, exact
 * @param allowed whether a share of exactly the limit is allowed
 * @param after the share when all swaps are done
 * @param due the last day that the verdict names; null if none
 * @param perMonth how many a month to be through by then; null where no day is named
 * @param swaps in order: the heaviest first, among equals those that are due first
 * @param missing facts without which more swaps may be needed; none where the share is exact
 */
public record CapView(
        String requirement,
        Subject subject,
        int clause,
        boolean deciding,
        String measure,
        List<String> group,
        String key,
        String weight,
        String share,
        String limit,
        boolean allowed,
        String after,
        @Nullable LocalDate due,
        @Nullable Long perMonth,
        List<Swap> swaps,
        List<String> missing) {
    public CapView {
        group = List.copyOf(group);
        swaps = List.copyOf(swaps);
        missing = List.copyOf(missing);
    }

    /**
     * A component to replace.
     *
     * @param component its id
     * @param weight what it counts, in the unit of the weight
     * @param due the first day by which something must be done about it; null if none is known
     * @param endOfSupport when its maker's support ends; null if that is not known
     * @param plannedRemoval when it is to be removed; null if nothing is planned
     */
    public record Swap(
            String component,
            String weight,
            @Nullable LocalDate due,
            @Nullable LocalDate endOfSupport,
            @Nullable LocalDate plannedRemoval) {}

    /** Days that somebody else knows by which something must be done about a component. */
    public interface DueDays {
        /** The first such day; empty if there is none. */
        Optional<LocalDate> of(String component);
    }
}
