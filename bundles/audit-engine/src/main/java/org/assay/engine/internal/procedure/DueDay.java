package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.measure.Range;
import org.jspecify.annotations.Nullable;

/**
 * What an expression says of a day: the day itself, or that it is not known, and then perhaps the first that it can be.
 * Immutable.
 *
 * @param day null where it is not known
 * @param earliest it is not before this; null where nothing is known of it
 * @param missing the facts that are missing to know it
 */
record DueDay(@Nullable LocalDate day, @Nullable LocalDate earliest, SortedSet<String> missing) {
    static DueDay of(Compiled.Result result) {
        if (result.value() instanceof Range range) {
            return new DueDay(null, (LocalDate) range.low(), new TreeSet<>(range.missing()));
        }
        LocalDate day = (LocalDate) result.value();
        return new DueDay(day, day, result.missing());
    }

    /** Whether it has surely not come by the end of a day. */
    boolean isAfter(LocalDate limit) {
        return earliest != null && earliest.isAfter(limit);
    }
}
