package org.assay.dossier.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Case;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes what items show. Used for one document: all its tables together have a bounded number of rows. */
final class Blocks {
    private static final int ROWS_OF_A_TABLE = 200;
    private static final int ROWS_OF_ALL = 4_000;
    private static final int SUBJECTS = 6;
    private static final int COLUMNS_BESIDE_A_CASE = 4;

    private final Words words;
    private int rows;

    Blocks(Words words) {
        this.words = words;
    }

    void write(Element in, DraftBlock block) {
        if (!block.title().isEmpty()) {
            Html.text(in, "h4", block.title());
        }
        if (block instanceof DraftBlock.Fields fields) {
            fields(in, fields);
        } else if (block instanceof DraftBlock.Table table) {
            table(in, table);
        } else if (block instanceof DraftBlock.Ages ages) {
            ages(in, ages);
        } else if (block instanceof DraftBlock.Verdicts verdicts) {
            verdicts(in, verdicts);
        }
    }

    private void fields(Element in, DraftBlock.Fields fields) {
        Element body = Html.pairs(in);
        for (DraftBlock.Field field : fields.fields()) {
            Element value = Html.pair(body, field.label(), words.cell(field.cell()));
            mark(value, field.cell());
        }
    }

    private static boolean isGone(DraftBlock.Cell cell) {
        return !cell.known() && cell.needed();
    }

    private static void mark(Element shown, DraftBlock.Cell cell) {
        if (isGone(cell)) {
            shown.addClass("gone");
        }
    }

    private void table(Element in, DraftBlock.Table table) {
        if (table.rows().isEmpty()) {
            Html.text(in, "p", "little", table.none().isEmpty() ? words.say("none") : table.none());
            return;
        }
        int most = Math.min(ROWS_OF_A_TABLE, ROWS_OF_ALL - rows);
        int all = table.rows().size() + table.moreRows();
        if (most <= 0) {
            Html.text(in, "p", "little", words.say("left", all));
            return;
        }
        grid(table, most).write(in);
        int shown = Math.min(most, table.rows().size());
        rows += shown;
        if (shown < all) {
            Html.text(in, "p", "little", words.say("more", all - shown));
        }
    }

    /** Where many columns leave a case little room, its state stands under the row, with what is to be done. */
    private Grid grid(DraftBlock.Table table, int most) {
        boolean counted = table.rows().stream().anyMatch(row -> row.count() > 1);
        boolean below = table.columns().size() > COLUMNS_BESIDE_A_CASE;
        List<String> labels = new ArrayList<>(table.columns());
        if (counted) {
            labels.add(words.say("count"));
        }
        if (table.cases() && !below) {
            labels.addAll(List.of(words.say("state"), words.say("since"), words.say("age")));
        }
        Grid grid = new Grid(labels);
        List<DraftBlock.Row> shown = below ? byCase(table.rows()) : table.rows();
        for (int number = 0; number < Math.min(most, shown.size()); number++) {
            DraftBlock.Row row = shown.get(number);
            boolean last = !below
                    || number + 1 == Math.min(most, shown.size())
                    || !ofCase(row).equals(ofCase(shown.get(number + 1)));
            List<String> notes = new ArrayList<>(below && last ? state(row.ofCase()) : List.of());
            notes.addAll(last ? next(row.ofCase()) : List.of());
            grid.row(cells(row, counted, below), notes);
        }
        return grid;
    }

    /** Rows of one record, such as what it covers and what not, one after the other: its case is told once. */
    private static List<DraftBlock.Row> byCase(List<DraftBlock.Row> rows) {
        Map<List<Object>, List<DraftBlock.Row>> grouped = new LinkedHashMap<>();
        rows.forEach(row ->
                grouped.computeIfAbsent(ofCase(row), any -> new ArrayList<>()).add(row));
        return grouped.values().stream().flatMap(List::stream).toList();
    }

    private static List<Object> ofCase(DraftBlock.Row row) {
        Case one = row.ofCase();
        return one == null ? List.of(row) : List.of(row.cells().get(0), one);
    }

    private List<String> state(@Nullable Case one) {
        if (one == null) {
            return List.of();
        }
        String state = one.state() == null ? words.say("missing") : one.stateTitle();
        return List.of(words.say("byWhom", words.say("state"), state) + " – "
                + words.say("byWhom", words.say("since"), day(one.opened())) + " – "
                + words.say("byWhom", words.say("age"), Long.toString(one.age())));
    }

    private List<Grid.Cell> cells(DraftBlock.Row row, boolean counted, boolean below) {
        List<Grid.Cell> cells = new ArrayList<>();
        row.cells().forEach(cell -> cells.add(new Grid.Cell(words.cell(cell), isGone(cell) ? "gone" : "")));
        if (counted) {
            cells.add(Grid.Cell.number(row.count()));
        }
        Case ofCase = row.ofCase();
        if (ofCase != null && !below) {
            cells.add(Grid.Cell.of(ofCase.state() == null ? words.say("missing") : ofCase.stateTitle()));
            cells.add(Grid.Cell.of(day(ofCase.opened())));
            cells.add(Grid.Cell.number(ofCase.age()));
        }
        return cells;
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? words.say("none") : words.shortDay(day);
    }

    /** What is overdue, and what is to be done next by when and by whom; empty where nobody has to act. */
    private List<String> next(@Nullable Case one) {
        if (one == null) {
            return List.of();
        }
        List<String> steps = new ArrayList<>();
        one.overdue().forEach(step -> steps.add(step("overdueBy", step)));
        LocalDate day = one.nextDay();
        if (day != null && !one.task().isEmpty()) {
            steps.add(step("nextBy", new DraftBlock.Step(day, one.actor(), one.task())));
        }
        return steps;
    }

    private String step(String how, DraftBlock.Step step) {
        return words.say(how, words.shortDay(step.lastDay())) + " – "
                + words.say("byWhom", words.word(step.actor()), step.task());
    }

    private void ages(Element in, DraftBlock.Ages ages) {
        List<String> labels = new ArrayList<>();
        labels.add(words.say("state"));
        ages.limits().forEach(limit -> labels.add(words.say("upTo", limit)));
        labels.add(words.say("over", ages.limits().get(ages.limits().size() - 1)));
        labels.add(words.say("total"));
        Grid grid = new Grid(labels);
        long[] sums = new long[labels.size() - 1];
        for (DraftBlock.AgeRow row : ages.rows()) {
            List<Grid.Cell> cells = new ArrayList<>();
            cells.add(Grid.Cell.of(row.stateTitle()));
            long total = 0;
            for (int place = 0; place < row.counts().size(); place++) {
                total += row.counts().get(place);
                sums[place] += row.counts().get(place);
                cells.add(Grid.Cell.number(row.counts().get(place)));
            }
            sums[sums.length - 1] += total;
            cells.add(Grid.Cell.number(total));
            grid.row(cells);
        }
        List<Grid.Cell> sum = new ArrayList<>();
        sum.add(Grid.Cell.of(words.say("total")));
        for (long one : sums) {
            sum.add(Grid.Cell.number(one));
        }
        grid.row(sum);
        grid.write(in);
    }

    private void verdicts(Element in, DraftBlock.Verdicts verdicts) {
        Grid grid = new Grid(List.of(words.say("requirement"), words.say("law"), words.say("outcomes")));
        long more = 0;
        for (DraftBlock.Line line : verdicts.lines()) {
            String counts = line.counts().entrySet().stream()
                    .map(count -> words.word(count.getKey().name()) + "\u00a0" + count.getValue())
                    .collect(Collectors.joining(", "));
            List<Grid.Cell> cells = List.of(
                    Grid.Cell.of(line.requirementTitle() + " (" + line.requirement() + ")"),
                    Grid.Cell.of(words.word(line.act()) + ", " + words.word(line.section())),
                    Grid.Cell.of(counts.isEmpty() ? words.say("none") : counts));
            Map<Alike, List<String>> alike = alike(line);
            int most = Math.max(0, Math.min(alike.size(), ROWS_OF_ALL - rows));
            rows += most;
            grid.row(
                    cells,
                    alike.entrySet().stream().limit(most).map(this::finding).toList());
            more += line.moreFindings()
                    + alike.values().stream().skip(most).mapToLong(List::size).sum();
        }
        grid.write(in);
        if (more > 0) {
            Html.text(in, "p", "little", words.say("moreFindings", more));
        }
    }

    /** Findings with one reason are told once. */
    private record Alike(String outcome, String because, @Nullable LocalDate due) {}

    private Map<Alike, List<String>> alike(DraftBlock.Line line) {
        Map<Alike, List<String>> alike = new LinkedHashMap<>();
        for (DraftBlock.Finding finding : line.findings()) {
            String outcome = words.word(finding.outcome().name());
            alike.computeIfAbsent(new Alike(outcome, finding.because(), finding.due()), any -> new ArrayList<>())
                    .add(finding.subject().id());
        }
        return alike;
    }

    private String finding(Map.Entry<Alike, List<String>> one) {
        Alike what = one.getKey();
        LocalDate due = what.due();
        String outcome = due == null ? what.outcome() : what.outcome() + ", " + words.say("dueBy", words.shortDay(due));
        return "• " + words.say("byWhom", outcome, words.prose(what.because())) + " – "
                + words.some(one.getValue(), SUBJECTS);
    }
}
