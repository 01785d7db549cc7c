package org.assay.engine.conformance;

import java.util.List;
import java.util.Optional;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.VerdictMatrix;

/**
 * Whether the verdict that an evaluator gives when it judges all subjects is the one that the explanation gives. They come
 * from two engines, which must have one meaning.
 */
final class SecondOpinion {
    private SecondOpinion() {}

    /** What differs, in words; empty where nothing does. */
    static Optional<String> differing(VerdictMatrix all, Subject subject, Explanation verdict) {
        VerdictMatrix.Row row = all.rows().get(verdict.requirement());
        List<String> subjects = row == null ? List.of() : all.subjectsOf(row);
        int number = subjects.indexOf(subject.id());
        if (row == null || number < 0) {
            return Optional.of("the columnar engine gives no verdict, the interpreter " + verdict.outcome());
        }
        Outcome outcome = row.outcome(number);
        boolean same = outcome == verdict.outcome() && clause(row.cell(number), row, verdict) == verdict.clause();
        return same
                ? Optional.empty()
                : Optional.of("the columnar engine says " + words(outcome, clause(row.cell(number), row, verdict))
                        + ", the interpreter " + words(verdict.outcome(), verdict.clause()));
    }

    /** The clause of a cell; of one that a person determined the matrix does not say it. */
    private static int clause(int cell, VerdictMatrix.Row row, Explanation verdict) {
        if (cell < row.head().clauses().size()) {
            return cell;
        }
        boolean determined = cell >= VerdictMatrix.DETERMINED && cell < VerdictMatrix.UNKNOWN;
        return determined && verdict.settledBy() != null ? verdict.clause() : -1;
    }

    private static String words(Outcome outcome, int clause) {
        return outcome + (clause < 0 ? "" : " by clause " + (clause + 1));
    }
}
