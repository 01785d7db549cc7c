package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.core.SubjectView;
import org.assay.rest.internal.call.Languages;
import org.jspecify.annotations.Nullable;

/** Everything about one subject, each verdict explained clause by clause. */
public record ExplainedJson(
        String audit, SubjectJson subject, Map<String, Object> facts, List<Explained> verdicts, List<CapJson> caps) {
    public ExplainedJson {
        caps = List.copyOf(caps);
    }

    /** From what core knows. */
    public static ExplainedJson of(SubjectView subject, List<CapJson> caps, Languages languages) {
        return new ExplainedJson(
                subject.audit(),
                SubjectJson.of(subject.subject()),
                subject.facts(),
                subject.verdicts().stream()
                        .map(verdict -> Explained.of(verdict, languages))
                        .toList(),
                caps);
    }

    /** A verdict and how it came about. */
    public record Explained(FindingJson finding, List<Clause> clauses, @Nullable Outcome forecast, String words) {
        static Explained of(SubjectView.Explained verdict, Languages languages) {
            return new Explained(
                    FindingJson.of(verdict.finding(), languages),
                    verdict.clauses().stream()
                            .map(clause -> Clause.of(clause, languages))
                            .toList(),
                    verdict.forecast(),
                    Sentences.of(verdict, languages));
        }
    }

    /** A clause that was read. */
    public record Clause(
            int number,
            @Nullable String when,
            String truth,
            Outcome then,
            @Nullable String because,
            boolean decided,
            List<FindingJson.Fact> facts,
            @Nullable String note,
            String words) {

        static Clause of(SubjectView.Clause clause, Languages languages) {
            return new Clause(
                    clause.number(),
                    Words.orNone(clause.when()),
                    clause.truth(),
                    clause.then(),
                    Words.orNone(languages.of(clause.because())),
                    clause.decided(),
                    FindingJson.Fact.of(clause.facts()),
                    Words.orNone(clause.note()),
                    Sentences.of(clause, languages));
        }
    }
}
