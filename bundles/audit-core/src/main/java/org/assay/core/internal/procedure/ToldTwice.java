package org.assay.core.internal.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.core.Deadline;

/** One line for a condition of a record and the clock of its case that asks for it on the same day. Stateless. */
final class ToldTwice {
    private ToldTwice() {}

    /** The clock's line with the words of the condition; a line for several cases names none of them, so both stay. */
    static List<Deadline> merged(List<Deadline> clocks, List<Deadline> facts) {
        List<Deadline> rest = new ArrayList<>(facts);
        List<Deadline> told = new ArrayList<>();
        for (Deadline clock : clocks) {
            List<Deadline> same = clock.count() == 1
                    ? rest.stream().filter(fact -> isOf(fact, clock)).toList()
                    : List.of();
            rest.removeAll(same);
            Deadline whole = clock;
            for (Deadline one : same) {
                whole = with(whole, one.text().getOrDefault("en", ""));
            }
            told.add(whole);
        }
        return Stream.concat(told.stream(), rest.stream()).toList();
    }

    private static boolean isOf(Deadline fact, Deadline clock) {
        return fact.kind() == Deadline.Kind.CONDITION
                && fact.day().equals(clock.day())
                && fact.subjects().equals(clock.subjects());
    }

    private static Deadline with(Deadline clock, String words) {
        Map<String, String> text = new LinkedHashMap<>();
        clock.text().forEach((language, said) -> text.put(language, said + ": " + words));
        return new Deadline(
                clock.id(),
                clock.day(),
                clock.kind(),
                clock.severity(),
                clock.regime(),
                clock.about(),
                clock.owner(),
                text,
                clock.source(),
                clock.subjects(),
                clock.count(),
                clock.missing());
    }
}
