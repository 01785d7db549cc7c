package org.assay.engine.consequence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one regime stands to one component.
 *
 * @param trust how far it trusts it
 * @param due the first day by which it must be gone, or something done about it; null if none is named
 * @param requirements the requirements that say so
 */
public record Standing(Trust trust, @Nullable LocalDate due, SortedSet<String> requirements) {
    public Standing {
        requirements = Collections.unmodifiableSortedSet(new TreeSet<>(requirements));
    }

    /** What one requirement says. */
    public static Standing of(Trust trust, @Nullable LocalDate due, String requirement) {
        return new Standing(trust, due, new TreeSet<>(Collections.singleton(requirement)));
    }

    /** Both: the lesser trust, the earlier day. */
    public Standing and(Standing other) {
        SortedSet<String> both = new TreeSet<>(requirements);
        both.addAll(other.requirements);
        return new Standing(trust.compareTo(other.trust) <= 0 ? trust : other.trust, earlier(due, other.due), both);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
