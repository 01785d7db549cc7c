package org.assay.core.internal.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assay.api.Outcome;
import org.assay.core.Finding;
import org.assay.core.SubjectView;
import org.assay.core.Verdict;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Ask;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.assay.engine.pack.Text;
import org.jspecify.annotations.Nullable;

/** Gives verdicts their texts, from the pinned pack and the pinned facts. */
record Findings(Evaluations evaluations) {
    private static final String ENGLISH = "en";
    private static final String OTHERWISE = "otherwise";

    /** A verdict with its reason, what to do and whom to ask. */
    Verdict verdict(Judged audit, Ruling ruling) {
        Evaluations.Open open = open(audit, ruling);
        Requirement requirement = requirement(open.pack(), ruling.head().requirement());
        Optional<Requirement.Clause> plain = plainClause(ruling, requirement);
        Said said = plain.map(Said::written)
                .orElseGet(() -> Said.explained(open.ask(evaluation -> explain(evaluation, ruling, requirement))));
        return verdict(audit, ruling, requirement, said);
    }

    /**
     * The deciding clause, if its texts are all there is to say: most clauses name no fact in their texts, no day and nobody
     * to ask, and then need no second evaluation.
     */
    private static Optional<Requirement.Clause> plainClause(Ruling ruling, Requirement requirement) {
        int cell = ruling.cell();
        if (cell >= requirement.decide().size()) {
            return Optional.empty();
        }
        Requirement.Clause clause = requirement.decide().get(cell);
        boolean plain = clause.due() == null
                && clause.then() == ruling.outcome()
                && clause.then() != Outcome.UNKNOWN
                && isPlain(clause.because())
                && isPlain(clause.remedy());
        return plain ? Optional.of(clause) : Optional.empty();
    }

    private static boolean isPlain(Text text) {
        return text.byLanguage().values().stream().noneMatch(words -> words.contains("{"));
    }

    /** A verdict with all that somebody needs to act on it. */
    Finding finding(Judged audit, Ruling ruling) {
        return explained(audit, ruling).finding();
    }

    /** A verdict, clause by clause. */
    SubjectView.Explained explained(Judged audit, Ruling ruling) {
        Evaluations.Open open = open(audit, ruling);
        Requirement requirement = requirement(open.pack(), ruling.head().requirement());
        Map<String, Explanation> byLanguage = open.ask(evaluation -> explain(evaluation, ruling, requirement));
        Explanation first = first(byLanguage);
        return new SubjectView.Explained(
                finding(audit, ruling, requirement, byLanguage), clauses(byLanguage, first), first.forecast());
    }

    private Evaluations.Open open(Judged audit, Ruling ruling) {
        return evaluations.of(audit.row(), audit.part(ruling.matrix().regime()).row());
    }

    private static Requirement requirement(RulePack pack, String id) {
        return pack.requirements().stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Explanation> explain(Evaluation evaluation, Ruling ruling, Requirement requirement) {
        return evaluation.explain(requirement.id(), ruling.subject(), languages(requirement));
    }

    private static Explanation first(Map<String, Explanation> byLanguage) {
        return byLanguage.values().iterator().next();
    }

    /** The languages in which the reasons are written, English first. */
    private static Set<String> languages(Requirement requirement) {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(ENGLISH);
        for (Requirement.Clause clause : requirement.decide()) {
            languages.addAll(clause.because().byLanguage().keySet());
            languages.addAll(clause.remedy().byLanguage().keySet());
        }
        return languages;
    }

    /** What a verdict says beside its outcome. */
    private record Said(
            Map<String, String> because,
            @Nullable LocalDate due,
            Map<String, String> remedy,
            List<Verdict.MissingFact> asks) {
        static Said written(Requirement.Clause clause) {
            return new Said(clause.because().byLanguage(), null, clause.remedy().byLanguage(), List.of());
        }

        static Said explained(Map<String, Explanation> byLanguage) {
            return new Said(
                    texts(byLanguage, Explanation::because),
                    first(byLanguage).due(),
                    texts(byLanguage, Explanation::remedy),
                    missing(byLanguage));
        }
    }

    private static Verdict verdict(Judged audit, Ruling ruling, Requirement requirement, Said said) {
        return new Verdict(
                ruling.matrix().regime(),
                requirement.id(),
                requirement.title().byLanguage(),
                ruling.subject(),
                ruling.outcome(),
                ruling.severity(),
                ruling.head().binding(),
                ruling.code(),
                said.because(),
                said.due(),
                ruling.settled(),
                ruling.head().historic(),
                said.remedy(),
                said.asks(),
                audit.waived().on(ruling));
    }

    private static Finding finding(
            Judged audit, Ruling ruling, Requirement requirement, Map<String, Explanation> byLanguage) {
        Explanation first = first(byLanguage);
        return new Finding(
                verdict(audit, ruling, requirement, Said.explained(byLanguage)),
                requirement.addressee(),
                requirement.source(),
                ruling.outcome() == Outcome.FAIL ? requirement.consequence().byLanguage() : Map.of(),
                facts(first.facts()),
                first.concerns());
    }

    /** The same facts in every language, in the same order. */
    private static List<Verdict.MissingFact> missing(Map<String, Explanation> byLanguage) {
        List<Verdict.MissingFact> missing = new ArrayList<>();
        List<Explanation.Missing> first = first(byLanguage).missing();
        for (int i = 0; i < first.size(); i++) {
            int place = i;
            Map<String, String> questions = texts(
                    byLanguage, explanation -> explanation.missing().get(place).question());
            Ask ask = new Ask(first.get(i).of(), questions);
            missing.add(new Verdict.MissingFact(first.get(i).path(), ask));
        }
        return missing;
    }

    private static List<Finding.FactUsed> facts(List<Explanation.FactUsed> facts) {
        return facts.stream()
                .map(fact -> new Finding.FactUsed(fact.path(), fact.value()))
                .toList();
    }

    /** A text in each language; one that says the same as in a language before it is left out. */
    private static Map<String, String> texts(Map<String, Explanation> byLanguage, Function<Explanation, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        byLanguage.forEach((language, explanation) -> {
            String words = text.apply(explanation);
            if (!words.isEmpty() && !texts.containsValue(words)) {
                texts.put(language, words);
            }
        });
        return texts;
    }

    private static List<SubjectView.Clause> clauses(Map<String, Explanation> byLanguage, Explanation first) {
        return first.clauses().stream()
                .map(trace -> new SubjectView.Clause(
                        trace.number() + 1,
                        trace.condition().equals(OTHERWISE) ? "" : trace.condition(),
                        trace.truth().name().toLowerCase(Locale.ROOT),
                        trace.then(),
                        texts(byLanguage, explanation -> because(explanation, trace.number())),
                        trace.number() == first.clause() && trace.truth() == Truth.TRUE,
                        facts(trace.facts()),
                        trace.missing().isEmpty() ? "" : "missing: " + String.join(", ", trace.missing())))
                .toList();
    }

    private static String because(Explanation explanation, int number) {
        return explanation.clauses().stream()
                .filter(trace -> trace.number() == number)
                .map(Explanation.ClauseTrace::because)
                .findFirst()
                .orElse("");
    }
}
