package org.assay.engine.matrix;

import java.util.List;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;

/**
 * One requirement in a matrix, and what its cells stand for. A cell is a number from 0 to 255: a clause of the decision list,
 * or one of the constants here. Immutable.
 *
 * @param requirement its id
 * @param subjectKind its kind of subject
 * @param binding how it binds
 * @param severity the requirement's own
 * @param historic whether its days were over
 * @param clauses what each clause stands for
 */
public record RowHead(
        String requirement,
        String subjectKind,
        Binding binding,
        Severity severity,
        boolean historic,
        List<ClauseMeaning> clauses) {
    /** The cell of a verdict that facts are missing for. */
    public static final int UNKNOWN = 254;

    /** The cell of a verdict whose rule broke. */
    public static final int ERROR = 255;

    /** Cells from here on, plus an outcome's ordinal, are REVIEWs that a determination settled. */
    public static final int DETERMINED = 240;

    /** The cell of a state's own duty, which an operator's audit does not judge. */
    public static final int NOT_ADDRESSED = 239;

    private static final Outcome[] OUTCOMES = Outcome.values();

    public RowHead {
        clauses = List.copyOf(clauses);
    }

    /** Whether a cell stands for anything here. */
    public boolean means(int cell) {
        return cell >= 0 && cell < clauses.size()
                || cell == NOT_ADDRESSED
                || cell >= DETERMINED && cell < DETERMINED + OUTCOMES.length
                || cell == UNKNOWN
                || cell == ERROR;
    }

    /** The outcome that a cell stands for. */
    public Outcome outcome(int cell) {
        if (cell < clauses.size()) {
            return clauses.get(cell).outcome();
        }
        boolean proposal = binding == Binding.PROPOSAL;
        return switch (cell) {
            case UNKNOWN -> proposal ? Outcome.NOT_APPLICABLE : Outcome.UNKNOWN;
            case ERROR -> Outcome.ERROR;
            case NOT_ADDRESSED -> Outcome.NOT_APPLICABLE;
            default -> OUTCOMES[cell - DETERMINED];
        };
    }

    /** The code of a cell's clause; empty if none. */
    public String code(int cell) {
        return cell < clauses.size() ? clauses.get(cell).code() : "";
    }

    /** The severity of a cell's verdict. */
    public Severity severity(int cell) {
        return cell < clauses.size() ? clauses.get(cell).severity() : severity;
    }

    /** Whether a person's determination settled it. */
    public boolean settled(int cell) {
        return cell >= DETERMINED && cell < UNKNOWN;
    }
}
