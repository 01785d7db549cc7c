package org.assay.engine.internal.lang;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.measure.Range;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.Unknown;

/** What a record sets to be done by days: a list of records with {@code due} and {@code done}. */
final class Terms {
    static final String DUE = "due";
    static final String DONE = "done";

    private Terms() {}

    /** The earliest due day of what is not done by a day; after every day if all is done. */
    static Object nextDue(List<?> terms, Object by) {
        LocalDate low = Days.NEVER;
        LocalDate high = Days.NEVER;
        Set<String> missing = new TreeSet<>();
        for (Object one : terms) {
            FactView term = (FactView) one;
            Object done = term.read(DONE);
            if (done instanceof LocalDate day && !day.isAfter((LocalDate) by)) {
                continue;
            }
            Object due = term.read(DUE);
            Unknown.paths(done).ifPresent(missing::addAll);
            Unknown.paths(due).ifPresent(missing::addAll);
            low = earlier(low, due instanceof LocalDate day ? day : LocalDate.MIN);
            boolean surelyOpen = done instanceof LocalDate;
            high = surelyOpen && due instanceof LocalDate day ? earlier(high, day) : high;
        }
        return Range.of(low, high, missing);
    }

    /** The same of what is told a due day, whatever lacks one. */
    static Object nextKnownDue(List<?> terms, Object by) {
        return nextDue(
                terms.stream()
                        .filter(term -> ((FactView) term).read(DUE) instanceof LocalDate)
                        .toList(),
                by);
    }

    /** The earliest day after a day on which something is done; after every day if nothing is. */
    static Object nextDone(List<?> terms, Object after) {
        LocalDate low = Days.NEVER;
        LocalDate high = Days.NEVER;
        Set<String> missing = new TreeSet<>();
        for (Object one : terms) {
            Object done = ((FactView) one).read(DONE);
            Unknown.paths(done).ifPresent(missing::addAll);
            if (!(done instanceof LocalDate day)) {
                low = LocalDate.MIN;
            } else if (day.isAfter((LocalDate) after)) {
                low = earlier(low, day);
                high = earlier(high, day);
            }
        }
        return Range.of(low, high, missing);
    }

    private static LocalDate earlier(LocalDate first, LocalDate second) {
        return first.isBefore(second) ? first : second;
    }
}
