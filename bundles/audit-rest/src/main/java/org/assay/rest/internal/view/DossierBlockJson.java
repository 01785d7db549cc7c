package org.assay.rest.internal.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.facts.Days;
import org.jspecify.annotations.Nullable;

/** What an item of a dossier shows, as the API writes it. What a kind of block does not have is left out. */
public record DossierBlockJson(
        String type,
        @Nullable String title,
        @Nullable List<Field> fields,
        @Nullable List<String> columns,
        @Nullable List<Row> rows,
        @Nullable Integer moreRows,
        @Nullable Long total,
        @Nullable String none,
        @Nullable List<Integer> limits,
        @Nullable List<Ages> ages,
        @Nullable List<Line> requirements) {

    static DossierBlockJson of(DraftBlock block) {
        String title = Words.orNone(block.title());
        if (block instanceof DraftBlock.Fields fields) {
            List<Field> all = fields.fields().stream().map(Field::of).toList();
            return new DossierBlockJson("fields", title, all, null, null, null, null, null, null, null, null);
        }
        if (block instanceof DraftBlock.Table table) {
            return new DossierBlockJson(
                    "table",
                    title,
                    null,
                    table.columns(),
                    table.rows().stream().map(Row::of).toList(),
                    table.moreRows(),
                    table.total(),
                    Words.orNone(table.none()),
                    null,
                    null,
                    null);
        }
        if (block instanceof DraftBlock.Ages ages) {
            List<Ages> all = ages.rows().stream().map(Ages::of).toList();
            return new DossierBlockJson("ages", title, null, null, null, null, null, null, ages.limits(), all, null);
        }
        List<Line> lines =
                ((DraftBlock.Verdicts) block).lines().stream().map(Line::of).toList();
        return new DossierBlockJson("verdicts", title, null, null, null, null, null, null, null, null, lines);
    }

    /** A value with its label. */
    public record Field(String label, @Nullable Object value, boolean known, boolean needed) {
        static Field of(DraftBlock.Field field) {
            DraftBlock.Cell cell = field.cell();
            return new Field(field.label(), plain(cell.value()), cell.known(), cell.needed());
        }
    }

    /** A value; left out where it is missing, or an event has not happened. */
    public record Cell(@Nullable Object value, boolean known, boolean needed) {
        static Cell of(DraftBlock.Cell cell) {
            return new Cell(plain(cell.value()), cell.known(), cell.needed());
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return Days.print(day);
        }
        return value instanceof List<?> list
                ? list.stream().map(DossierBlockJson::plain).toList()
                : value;
    }

    /** Records that look alike. */
    public record Row(List<Cell> cells, int count, @Nullable Case ofCase) {
        static Row of(DraftBlock.Row row) {
            return new Row(
                    row.cells().stream().map(Cell::of).toList(),
                    row.count(),
                    row.ofCase() == null ? null : Case.of(row.ofCase()));
        }
    }

    /** The case that a row's record opened. */
    public record Case(
            @Nullable String state,
            @Nullable String stateTitle,
            @Nullable String opened,
            boolean ended,
            long age,
            @Nullable String nextDay,
            @Nullable String actor,
            @Nullable String task,
            @Nullable List<Step> overdue) {
        static Case of(DraftBlock.Case one) {
            return new Case(
                    one.state(),
                    Words.orNone(one.stateTitle()),
                    Words.day(one.opened()),
                    one.ended(),
                    one.age(),
                    Words.day(one.nextDay()),
                    Words.orNone(one.actor()),
                    Words.orNone(one.task()),
                    one.overdue().isEmpty()
                            ? null
                            : one.overdue().stream().map(Step::of).toList());
        }
    }

    /** What somebody was to do. */
    public record Step(String lastDay, String actor, String task) {
        static Step of(DraftBlock.Step step) {
            return new Step(Days.print(step.lastDay()), step.actor(), step.task());
        }
    }

    /** The cases of one state by age. */
    public record Ages(String state, String stateTitle, boolean ended, List<Long> counts) {
        static Ages of(DraftBlock.AgeRow row) {
            return new Ages(row.state(), row.stateTitle(), row.ended(), row.counts());
        }
    }

    /** A requirement with its verdicts. */
    public record Line(
            String requirement,
            String title,
            String act,
            String section,
            Map<Outcome, Long> counts,
            List<Finding> findings,
            long moreFindings) {
        static Line of(DraftBlock.Line line) {
            return new Line(
                    line.requirement(),
                    line.requirementTitle(),
                    line.act(),
                    line.section(),
                    Words.counts(line.counts()),
                    line.findings().stream().map(Finding::of).toList(),
                    line.moreFindings());
        }
    }

    /** A verdict that asks somebody to act. */
    public record Finding(SubjectJson subject, Outcome outcome, String because, @Nullable String due) {
        static Finding of(DraftBlock.Finding finding) {
            return new Finding(
                    SubjectJson.of(finding.subject()), finding.outcome(), finding.because(), Words.day(finding.due()));
        }
    }
}
