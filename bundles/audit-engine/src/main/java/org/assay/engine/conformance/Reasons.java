package org.assay.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.engine.eval.Explanation;

/** Tells in one line why a verdict is what it is, for the author of a case that fails. */
final class Reasons {
    private static final int LONGEST = 1_200;
    private static final int MOST_FACTS = 12;

    private Reasons() {}

    static String of(Explanation verdict) {
        List<String> parts = new ArrayList<>();
        verdict.clauses().forEach(clause -> parts.add(clause(clause)));
        if (!verdict.facts().isEmpty()) {
            parts.add(verdict.facts().stream()
                    .limit(MOST_FACTS)
                    .map(fact -> fact.path() + " = " + fact.value())
                    .collect(Collectors.joining(", ", "read: ", "")));
        }
        String text = String.join("; ", parts);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String clause(Explanation.ClauseTrace clause) {
        String missing = clause.missing().isEmpty() ? "" : " (lacks " + String.join(", ", clause.missing()) + ")";
        return "clause " + (clause.number() + 1) + " is "
                + clause.truth().toString().toLowerCase(Locale.ROOT) + missing;
    }
}
