package org.assay.rest.internal.view;

import java.util.List;
import org.assay.api.Outcome;
import org.assay.core.Finding.FactUsed;
import org.assay.core.SubjectView;
import org.assay.core.Verdict;
import org.assay.rest.internal.call.Languages;

/** Says an explanation in sentences, for somebody who knows the law and not the rule language. */
final class Sentences {
    private Sentences() {}

    /** What was decided and why. */
    static String of(SubjectView.Explained explained, Languages languages) {
        Verdict verdict = explained.finding().verdict();
        String because = languages.of(verdict.because());
        StringBuilder words = new StringBuilder()
                .append(verdict.requirement())
                .append(" (")
                .append(languages.of(verdict.title()))
                .append(") gives ")
                .append(name(verdict.outcome()))
                .append(" for ")
                .append(verdict.subject().kind())
                .append(' ')
                .append(verdict.subject().id())
                .append(because.isEmpty() ? "." : ": " + because + ".");
        words.append(decider(explained.clauses()));
        if (verdict.settled()) {
            words.append(" A person's determination settled it.");
        }
        if (explained.forecast() != null) {
            words.append(" The text is not in force; if it were, the outcome would be ")
                    .append(name(explained.forecast()))
                    .append('.');
        }
        return words.toString();
    }

    /** What a clause gives, whether its condition holds, and the facts that say so; the condition itself stands beside. */
    static String of(SubjectView.Clause clause, Languages languages) {
        String because = languages.of(clause.because());
        String claim = name(clause.then()) + (because.isEmpty() ? "" : " (“" + because + "”)");
        if (clause.when().isEmpty()) {
            return "Clause " + clause.number() + " holds for whatever no earlier clause decided: " + claim + ".";
        }
        String verb = clause.truth().equals("true") ? " gives " : " would give ";
        return "Clause " + clause.number() + verb + claim + ". " + answer(clause) + read(clause.facts());
    }

    private static String answer(SubjectView.Clause clause) {
        String note = clause.note().isEmpty() ? "" : " (" + clause.note() + ")";
        return switch (clause.truth()) {
            case "true" -> "Its condition holds" + note + (clause.decided() ? ", and it decides" : "");
            case "false" -> "Its condition does not hold" + note;
            case "unknown" -> "Whether its condition holds cannot be told" + note + ", so this outcome stays possible";
            default -> "The rule broke here" + note;
        };
    }

    private static String read(List<FactUsed> facts) {
        if (facts.isEmpty()) {
            return ".";
        }
        return ": " + FactLists.of(facts) + ".";
    }

    private static String decider(List<SubjectView.Clause> clauses) {
        return clauses.stream()
                .filter(SubjectView.Clause::decided)
                .findFirst()
                .map(clause -> " Clause " + clause.number() + " decided"
                        + (clauses.size() == 1 ? "." : ", the last of " + clauses.size() + " that were read."))
                .orElse(" No clause alone decided.");
    }

    private static String name(Outcome outcome) {
        return outcome.name().replace('_', ' ');
    }
}
