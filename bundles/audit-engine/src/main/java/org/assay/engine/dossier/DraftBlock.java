package org.assay.engine.dossier;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.jspecify.annotations.Nullable;

/** Something that an item of a draft shows. Immutable. */
public sealed interface DraftBlock permits DraftBlock.Fields, DraftBlock.Table, DraftBlock.Ages, DraftBlock.Verdicts {

    /** A heading; may be empty. */
    String title();

    /**
     * A value.
     *
     * @param value a text, {@code Long}, {@code Boolean}, {@link LocalDate} or a list of these; null where it is missing, or for an
     *     event that has not happened
     * @param known whether it is known
     * @param needed whether the item is incomplete without it
     */
    record Cell(@Nullable Object value, boolean known, boolean needed) {}

    /** A cell with its label. */
    record Field(String label, Cell cell) {}

    /** Values, one below the other. */
    record Fields(String title, List<Field> fields) implements DraftBlock {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The case of a procedure that a row's record opened.
     *
     * @param state its state; null where that is not known
     * @param stateTitle the state for people; empty where it is not known
     * @param opened when it began; null where that is not known
     * @param ended whether nothing follows
     * @param age days from its begin to the as-of day, or to its end
     * @param nextDay the last day in time of its next clock; null for none
     * @param actor who is to act until then; empty for none
     * @param task what is to be done until then; may be empty
     * @param overdue what was to be done before and is not, the first in time first
     */
    record Case(
            @Nullable String state,
            String stateTitle,
            @Nullable LocalDate opened,
            boolean ended,
            long age,
            @Nullable LocalDate nextDay,
            String actor,
            String task,
            List<Step> overdue) {
        public Case {
            overdue = List.copyOf(overdue);
        }
    }

    /** What somebody is to do, with the last day in time. */
    record Step(LocalDate lastDay, String actor, String task) {}

    /**
     * A row.
     *
     * @param cells one for each column
     * @param count how many records look like this
     * @param ofCase the case that the record opened; null where the table shows none
     */
    record Row(List<Cell> cells, int count, @Nullable Case ofCase) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A table.
     *
     * @param columns their labels
     * @param rows at most 1,000
     * @param moreRows how many were left out
     * @param total how many records stand behind all rows
     * @param cases whether rows have cases
     * @param none what is said where there is no row; may be empty
     */
    record Table(
            String title, List<String> columns, List<Row> rows, int moreRows, long total, boolean cases, String none)
            implements DraftBlock {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Cases by state and age.
     *
     * @param limits ages in days, rising: a case belongs to the first limit that its age does not exceed, else to the rest
     * @param rows how many cases there are for each limit and the rest, by state
     */
    record Ages(String title, List<Integer> limits, List<AgeRow> rows) implements DraftBlock {
        public Ages {
            limits = List.copyOf(limits);
            rows = List.copyOf(rows);
        }
    }

    /** The cases of one state. */
    record AgeRow(String state, String stateTitle, boolean ended, List<Long> counts) {
        public AgeRow {
            counts = List.copyOf(counts);
        }
    }

    /** Requirements with their verdicts. */
    record Verdicts(String title, List<Line> lines) implements DraftBlock {
        public Verdicts {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One requirement.
     *
     * @param requirement its id
     * @param requirementTitle for people
     * @param act the act that it is in
     * @param section where in it
     * @param counts how many subjects have each outcome
     * @param findings those that ask somebody to act, gravest first, at most 50
     * @param moreFindings how many were left out
     */
    record Line(
            String requirement,
            String requirementTitle,
            String act,
            String section,
            SortedMap<Outcome, Long> counts,
            List<Finding> findings,
            long moreFindings) {
        public Line {
            counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
            findings = List.copyOf(findings);
        }
    }

    /** A verdict that asks somebody to act. */
    record Finding(Subject subject, Outcome outcome, String because, @Nullable LocalDate due) {}
}
