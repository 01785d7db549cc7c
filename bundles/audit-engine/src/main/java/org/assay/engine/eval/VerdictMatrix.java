package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.RowHead;
import org.assay.engine.matrix.SubjectIds;
import org.assay.engine.matrix.SubjectSet;

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
    public static final int UNKNOWN = RowHead.UNKNOWN;

    /** The cell of a verdict whose rule broke. */
    public static final int ERROR = RowHead.ERROR;

    /** Cells from here on, plus an outcome's ordinal, are REVIEWs that a determination settled. */
    public static final int DETERMINED = RowHead.DETERMINED;

    /** The cell of a state's own duty, which an operator's audit does not judge. */
    public static final int NOT_ADDRESSED = RowHead.NOT_ADDRESSED;

    public VerdictMatrix {
        subjects = Collections.unmodifiableMap(new TreeMap<>(subjects));
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /**
     * The verdicts of one requirement.
     *
     * @param head the requirement, and what its cells stand for
     * @param cells one byte a subject, in the order of {@link VerdictMatrix#subjects}
     */
    public record Row(RowHead head, byte[] cells) {

        /** The requirement's id. */
        public String requirement() {
            return head.requirement();
        }

        /** Its kind of subject. */
        public String subjectKind() {
            return head.subjectKind();
        }

        /** The cell of a subject as a number from 0 to 255. */
        public int cell(int subject) {
            return cells[subject] & 0xFF;
        }

        /** The outcome of a subject. */
        public Outcome outcome(int subject) {
            return head.outcome(cell(subject));
        }

        /** The code of a subject's deciding clause; empty if none. */
        public String code(int subject) {
            return head.code(cell(subject));
        }

        /** The severity of a subject's verdict. */
        public Severity severity(int subject) {
            return head.severity(cell(subject));
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
        rows.values().stream().filter(row -> !row.head().historic()).forEach(row -> row.counts()
                .forEach((outcome, n) -> counts.merge(outcome, n, Integer::sum)));
        return counts;
    }

    /** The same verdicts as sets of subjects. */
    public BitmapMatrix compact() {
        SortedMap<String, SubjectIds> ids = new TreeMap<>();
        subjects.forEach((kind, list) -> ids.put(kind, SubjectIds.of(list)));
        SortedMap<String, BitmapRow> sets = new TreeMap<>();
        rows.forEach((id, row) -> sets.put(id, BitmapMatrix.row(row.head(), row.cells().length, sets(row))));
        return new BitmapMatrix(regime, ids, sets);
    }

    private static SortedMap<Integer, SubjectSet> sets(Row row) {
        long[][] words = new long[1 << Byte.SIZE][];
        for (int i = 0; i < row.cells().length; i++) {
            int cell = row.cell(i);
            if (words[cell] == null) {
                words[cell] = new long[(row.cells().length + Long.SIZE - 1) / Long.SIZE];
            }
            words[cell][i / Long.SIZE] |= 1L << i;
        }
        SortedMap<Integer, SubjectSet> sets = new TreeMap<>();
        for (int cell = 0; cell < words.length; cell++) {
            if (words[cell] != null) {
                sets.put(cell, SubjectSet.ofWords(words[cell]));
            }
        }
        return sets;
    }

    /** Verdicts given as sets of subjects, cell by cell. */
    public static VerdictMatrix of(BitmapMatrix matrix) {
        Map<String, List<String>> ids = new TreeMap<>();
        matrix.subjects().forEach((kind, of) -> {
            List<String> list = new ArrayList<>(of.size());
            of.iterator().forEachRemaining(list::add);
            ids.put(kind, list);
        });
        SortedMap<String, Row> rows = new TreeMap<>();
        matrix.rows().forEach((id, row) -> rows.put(id, new Row(row.head(), row.cells())));
        return new VerdictMatrix(matrix.regime(), ids, rows);
    }
}
