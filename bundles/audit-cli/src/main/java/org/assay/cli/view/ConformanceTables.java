package org.assay.cli.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.engine.conformance.CaseResult;
import org.assay.engine.conformance.ConformanceSuite;

/** Shows what became of worked examples. */
public final class ConformanceTables {
    private static final String[] SHORT = {
        "FAIL", "N.ALIGN", "PARTIAL", "UNKNOWN", "REVIEW", "WARN", "PENDING", "PASS", "N/A"
    };

    private final Terminal out;
    private final Table counts;

    /** Writes to a terminal. */
    public ConformanceTables(Terminal out) {
        this.out = out;
        List<String> header = new ArrayList<>(List.of("REGIME", "EDITIONS", "RULES", "CASES"));
        header.addAll(List.of(SHORT));
        header.add("BROKEN");
        this.counts = new Table().header(header.toArray(String[]::new));
    }

    /** Adds a regime's row: how many of its requirements are tried, how many examples expect what, how many do not hold. */
    public void add(ConformanceSuite suite, long broken) {
        Map<Outcome, Integer> expected = new EnumMap<>(Outcome.class);
        suite.examples().forEach(one -> expected.merge(one.given().expect(), 1, Integer::sum));
        List<Table.Cell> row = new ArrayList<>(Table.cells(
                suite.regime(),
                Integer.toString(suite.editions().size()),
                suite.tried().size() + "/" + suite.requirements().size(),
                Integer.toString(suite.examples().size())));
        // No example expects ERROR: a rule never means to break
        for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.ERROR))) {
            int count = expected.getOrDefault(outcome, 0);
            row.add(new Table.Cell(count == 0 ? "·" : Integer.toString(count), count == 0 ? "faint" : ""));
        }
        row.add(new Table.Cell(Long.toString(broken), broken == 0 ? "fg(green)" : "bold,fg(red)"));
        counts.row(row);
    }

    /** Writes the table of all regimes. */
    public void print() {
        counts.print(out);
    }

    /** The cases of a pack, one line each. */
    public void cases(List<CaseResult> results) {
        Table table = new Table().header("LINE", "REQUIREMENT", "CASE", "VERDICT", "HOLDS", "BECAUSE");
        for (CaseResult result : results) {
            Outcome outcome = result.outcome();
            table.row(List.of(
                    new Table.Cell(Integer.toString(result.at().line()), "faint"),
                    new Table.Cell(Terminal.safe(result.requirement()), ""),
                    new Table.Cell(Terminal.safe(result.name()), ""),
                    outcome == null
                            ? new Table.Cell("-", "")
                            : new Table.Cell(outcome.name(), Terminal.styleOf(outcome)),
                    result.holds() ? new Table.Cell("yes", "fg(green)") : new Table.Cell("NO", "bold,fg(red)"),
                    new Table.Cell(Terminal.safe(result.because()), "")));
        }
        table.print(out);
    }
}
