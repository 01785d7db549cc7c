package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.core.RequirementView;
import org.assay.engine.eval.RequirementNeeds;
import org.jspecify.annotations.Nullable;

/** A requirement as the API writes it. */
public record RequirementJson(
        String id,
        Map<String, String> title,
        @Nullable Map<String, String> text,
        String binding,
        String severity,
        String addressee,
        String subject,
        IntervalJson inForce,
        Source source,
        @Nullable Map<String, String> consequence,
        boolean removal,
        @Nullable String ahead,
        List<String> facts,
        List<String> evidence,
        List<Question> questions,
        List<Clause> clauses) {
    public RequirementJson {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
        questions = List.copyOf(questions);
        clauses = List.copyOf(clauses);
    }

    /** From what core knows. */
    public static RequirementJson of(RequirementView requirement) {
        return new RequirementJson(
                requirement.id(),
                requirement.title(),
                Words.orNone(requirement.text()),
                Words.of(requirement.binding()),
                Words.of(requirement.severity()),
                Words.of(requirement.addressee()),
                requirement.subject(),
                IntervalJson.of(requirement.from(), requirement.to()),
                Source.of(requirement.source()),
                Words.orNone(requirement.consequence()),
                requirement.removal(),
                Words.day(requirement.ahead()),
                requirement.needs().facts(),
                requirement.needs().evidence(),
                requirement.needs().questions().stream().map(Question::of).toList(),
                requirement.clauses().stream().map(Clause::of).toList());
    }

    /** What is asked where a fact, evidence or a text is missing, and whom; the question by language. */
    public record Question(String path, String of, Map<String, String> question) {
        static Question of(RequirementNeeds.Question asked) {
            return new Question(asked.path(), asked.ask().of(), asked.ask().questions());
        }
    }

    /** A line of the decision list. */
    public record Clause(
            @Nullable String when,
            Outcome then,
            @Nullable String code,
            String severity,
            @Nullable Map<String, String> because,
            @Nullable Map<String, String> remedy,
            @Nullable String due) {
        static Clause of(RequirementView.Clause clause) {
            return new Clause(
                    Words.orNone(clause.when()),
                    clause.then(),
                    Words.orNone(clause.code()),
                    Words.of(clause.severity()),
                    Words.orNone(clause.because()),
                    Words.orNone(clause.remedy()),
                    Words.orNone(clause.due()));
        }
    }

    /** Where it is written. */
    public record Source(String act, String section, @Nullable String url, String mark) {
        static Source of(LegalSource source) {
            return new Source(source.act(), source.section(), Words.orNone(source.url()), Words.of(source.mark()));
        }
    }
}
