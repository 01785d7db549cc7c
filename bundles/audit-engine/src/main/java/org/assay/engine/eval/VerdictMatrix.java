package org.assay.engine.eval;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.jspecify.annotations.Nullable;

/**
 * All verdicts of one evaluation: per requirement one byte a subject, which names the deciding clause. Immutable: the
 * arrays are not to be changed.
 *
 * @param regime the regime's id
 * @param subjects the ids of the subjects by kind of subject, sorted
 * @param rows by requirement id, sorted
 */
public record VerdictMatrix(String regime, Map<String, List<String>> subjects, SortedMap<String, Row> rows) {
    /** The cell of a verdict that facts are missing for. */
    public static final int UNKNOWN = 254;

    /** The cell of a verdict whose rule broke. */
    public static final int ERROR = 255;

    /** Cells from here on, plus an outcome's ordinal, are REVIEWs that a determination settled. */
    public static final int DETERMINED = 240;

    /** The cell of a state's own duty, which an operator's audit does not judge. */
    public static final int NOT_ADDRESSED = 239;

    public VerdictMatrix {
        subjects = Collections.unmodifiableMap(new TreeMap<>(subjects));
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /**
     * The verdicts of one requirement.
     *
     * @param requirement its id
     * @param subjectKind its kind of subject
     * @param binding how it binds
     * @param severity the requirement's own
     * @param historic whether its days were over
     * @param clauses what each clause stands for
     * @param cells one byte a subject, in the order of {@link VerdictMatrix#subjects}
     */
    public record Row(
            String requirement,
            String subjectKind,
            Binding binding,
            Severity severity,
            boolean historic,
            List<ClauseMeaning> clauses,
            byte[] cells) {
        public Row {
            clauses = List.copyOf(clauses);
        }

        /** The cell of a subject as a number from 0 to 255. */
        public int cell(int subject) {
            return cells[subject] & 0xFF;
        }

        /** The outcome of a subject. */
        public Outcome outcome(int subject) {
            int cell = cell(subject);
            if (cell < clauses.size()) {
                return clauses.get(cell).outcome();
            }
            boolean proposal = binding == Binding.PROPOSAL;
            return switch (cell) {
                case UNKNOWN -> proposal ? Outcome.NOT_APPLICABLE : Outcome.UNKNOWN;
                case ERROR -> Outcome.ERROR;
                case NOT_ADDRESSED -> Outcome.NOT_APPLICABLE;
                default -> Outcome.values()[cell - DETERMINED];
            };
        }

        /** The code of a subject's deciding clause; empty if none. */
        public String code(int subject) {
            int cell = cell(subject);
            return cell < clauses.size() ? clauses.get(cell).code() : "";
        }

        /** The severity of a subject's verdict. */
        public Severity severity(int subject) {
            int cell = cell(subject);
            return cell < clauses.size() ? clauses.get(cell).severity() : severity;
        }

        /** How many subjects have each outcome. */
        public Map<Outcome, Integer> counts() {
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            for (int i = 0; i < cells.length; i++) {
                counts.merge(outcome(i), 1, Integer::sum);
            }
            return counts;
        }
    }

    /**
     * What a clause stands for on the day of the evaluation.
     *
     * @param outcome the verdict's outcome; a requirement that is not yet in force has PENDING for its FAIL
     * @param code the clause's stable word; empty if none
     * @param severity the clause's, else the requirement's
     * @param forecast for a proposal: the outcome that its list decided; null otherwise
     */
    public record ClauseMeaning(Outcome outcome, String code, Severity severity, @Nullable Outcome forecast) {}

    /** The subjects of a row, in the order of its cells. */
    public List<String> subjectsOf(Row row) {
        return subjects.getOrDefault(row.subjectKind(), List.of());
    }

    /** How many verdicts there are. */
    public long size() {
        return rows.values().stream().mapToLong(row -> row.cells().length).sum();
    }

    /** How many verdicts have each outcome; historic ones are left out. */
    public Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        rows.values().stream().filter(row -> !row.historic()).forEach(row -> row.counts()
                .forEach((outcome, n) -> counts.merge(outcome, n, Integer::sum)));
        return counts;
    }
}
