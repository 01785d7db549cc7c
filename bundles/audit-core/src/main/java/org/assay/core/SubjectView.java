package org.assay.core;

import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an audit says about one subject.
 *
 * @param audit the audit's id
 * @param subject the subject
 * @param facts its record as plain maps, lists, texts, numbers and booleans; dates in ISO form
 * @param verdicts all its verdicts, gravest first, each with its explanation
 */
public record SubjectView(String audit, Subject subject, Map<String, Object> facts, List<Explained> verdicts) {
    public SubjectView {
        facts = Texts.copy(facts);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * A verdict, explained clause by clause.
     *
     * @param finding the verdict with its texts
     * @param clauses the clauses that were read, in order
     * @param forecast for a proposal: what its list decided; null otherwise
     */
    public record Explained(Finding finding, List<Clause> clauses, @Nullable Outcome forecast) {
        public Explained {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * A clause that was read.
     *
     * @param number counted from 1
     * @param when its condition as written; empty for "otherwise"
     * @param truth {@code true}, {@code false}, {@code unknown} or {@code error}
     * @param then its outcome
     * @param because its reason, by language; may be empty
     * @param decided whether it ended the reading
     * @param facts the facts that its condition read
     * @param note for an error or an unknown: what it was; may be empty
     */
    public record Clause(
            int number,
            String when,
            String truth,
            Outcome then,
            Map<String, String> because,
            boolean decided,
            List<Finding.FactUsed> facts,
            String note) {
        public Clause {
            because = Texts.copy(because);
            facts = List.copyOf(facts);
        }
    }
}
