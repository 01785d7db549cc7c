package org.assay.core.internal.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.api.Severity;
import org.assay.core.Deadline;

/**
 * One line for a condition of a record, its last day, or what an order prohibits, and what asks for it on the same day: the clock of its case, or a verdict
 * on it. Stateless.
 */
final class ToldTwice {
    private ToldTwice() {}

    /** What is asked with the words of the record; a line for several records names none of them, so both stay. */
    static List<Deadline> merged(List<Deadline> asked, List<Deadline> facts) {
        List<Deadline> rest = new ArrayList<>(facts);
        List<Deadline> told = new ArrayList<>();
        for (Deadline one : asked) {
            List<Deadline> same = one.count() == 1
                    ? rest.stream().filter(fact -> isOf(fact, one)).toList()
                    : List.of();
            rest.removeAll(same);
            Deadline whole = one;
            for (Deadline fact : same) {
                whole = with(whole, fact);
            }
            told.add(whole);
        }
        return Stream.concat(told.stream(), rest.stream()).toList();
    }

    private static boolean isOf(Deadline fact, Deadline one) {
        boolean ofOrder = fact.kind() == Deadline.Kind.ORDER && one.kind() == Deadline.Kind.FINDING;
        if (ofOrder && fact.day().equals(one.day()) && fact.names().equals(one.subjects())) {
            return true;
        }
        return (fact.kind() == Deadline.Kind.CONDITION || fact.kind() == Deadline.Kind.EXPIRY)
                && fact.day().equals(one.day())
                && fact.subjects().equals(one.subjects());
    }

    private static Deadline with(Deadline one, Deadline fact) {
        Map<String, String> words = fact.text();
        String english = words.getOrDefault("en", "");
        Map<String, String> text = new LinkedHashMap<>();
        one.text().forEach((language, said) -> {
            String more = words.getOrDefault(language, english);
            text.put(language, said.replaceFirst("\\.$", "") + ": " + more);
        });
        return new Deadline(
                one.id(),
                one.day(),
                one.kind(),
                graver(one, fact),
                one.regime(),
                one.about(),
                one.owner(),
                text,
                one.source(),
                one.subjects(),
                one.count(),
                one.missing());
    }

    /** An order weighs by what it prohibits; a condition or a last day no more than what asks for it. */
    private static Severity graver(Deadline one, Deadline fact) {
        boolean more = fact.kind() == Deadline.Kind.ORDER && fact.severity().compareTo(one.severity()) < 0;
        return more ? fact.severity() : one.severity();
    }
}
