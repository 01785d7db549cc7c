package org.assay.core.internal.audit;

import java.util.Comparator;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.RowHead;
import org.assay.engine.matrix.VerdictPages;

/**
 * One verdict where it stands, without its texts.
 *
 * @param matrix all verdicts under the regime
 * @param row those of the requirement
 * @param index the subject's number in the row
 * @param cell what was decided
 */
record Ruling(BitmapMatrix matrix, BitmapRow row, int index, int cell) {
    /** Current ones first, then gravest first. */
    static final Comparator<Ruling> ORDER = Comparator.comparing(
                    (Ruling ruling) -> ruling.head().historic())
            .thenComparing(Ruling::outcome)
            .thenComparing(Ruling::severity)
            .thenComparing(ruling -> ruling.matrix().regime())
            .thenComparing(ruling -> ruling.head().requirement());

    static Ruling of(BitmapMatrix matrix, BitmapRow row, int index) {
        return new Ruling(matrix, row, index, row.cell(index));
    }

    static Ruling of(VerdictPages.Found found) {
        return new Ruling(found.matrix(), found.row(), found.subject(), found.cell());
    }

    RowHead head() {
        return row.head();
    }

    Outcome outcome() {
        return head().outcome(cell);
    }

    Severity severity() {
        return head().severity(cell);
    }

    String code() {
        return head().code(cell);
    }

    Subject subject() {
        return new Subject(head().subjectKind(), matrix.subjectsOf(row).id(index));
    }

    /** Whether a person's determination settled it. */
    boolean settled() {
        return head().settled(cell);
    }
}
