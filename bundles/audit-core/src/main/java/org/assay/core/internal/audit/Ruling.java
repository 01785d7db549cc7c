package org.assay.core.internal.audit;

import java.util.Comparator;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.engine.eval.VerdictMatrix;

/**
 * One verdict where it stands, without its texts.
 *
 * @param matrix all verdicts under the regime
 * @param row those of the requirement
 * @param index the subject's number in the row
 */
record Ruling(VerdictMatrix matrix, VerdictMatrix.Row row, int index) {
    /** Current ones first, then gravest first. */
    static final Comparator<Ruling> ORDER = Comparator.comparing(
                    (Ruling ruling) -> ruling.row().historic())
            .thenComparing(Ruling::outcome)
            .thenComparing(Ruling::severity)
            .thenComparing(ruling -> ruling.matrix().regime())
            .thenComparing(ruling -> ruling.row().requirement());

    Outcome outcome() {
        return row.outcome(index);
    }

    Severity severity() {
        return row.severity(index);
    }

    String code() {
        return row.code(index);
    }

    Subject subject() {
        return new Subject(row.subjectKind(), matrix.subjectsOf(row).get(index));
    }

    /** Whether a person's determination settled it. */
    boolean settled() {
        int cell = row.cell(index);
        return cell >= VerdictMatrix.DETERMINED && cell < VerdictMatrix.UNKNOWN;
    }
}
