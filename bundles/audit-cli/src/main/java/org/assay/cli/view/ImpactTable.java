package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.cli.view.Table.Cell;

/** What a change would mean, for people. */
public final class ImpactTable {
    private static final int SHOWN = 12;
    private static final Map<String, String> TITLES = Map.of(
            "requirement", "By requirement", "site", "By site", "supplier", "By supplier", "function", "By function");

    private final Terminal out;

    /** On a terminal. */
    public ImpactTable(Terminal out) {
        this.out = out;
    }

    /** Writes the impact on one network. */
    public void print(String network, JsonNode before, JsonNode impact) {
        out.heading("Preview for " + Terminal.safe(network) + ", as of "
                + before.path("asOf").asText());
        out.line(impact.path("changed").asLong() + " verdicts change, "
                + impact.path("newFindings").asLong() + " new findings, "
                + impact.path("goneFindings").asLong() + " findings go. Nothing was changed.");
        for (String by : List.of("requirement", "site", "supplier", "function")) {
            tallies(TITLES.get(by), impact.path("by").path(by));
        }
        days(impact);
        out.line("The trial audit: " + impact.path("to").asText());
        out.line("One by one: GET /audits/" + impact.path("from").asText() + "/diff/"
                + impact.path("to").asText());
        out.line();
    }

    private void tallies(String title, JsonNode tallies) {
        if (tallies.isEmpty()) {
            return;
        }
        out.line();
        Table table = new Table().header(title, "FROM", "TO", "HOW MANY");
        int shown = 0;
        for (JsonNode tally : tallies) {
            if (shown++ < SHOWN) {
                String key = tally.path("key").asText();
                table.row(List.of(
                        new Cell(key.isEmpty() ? "(none)" : Terminal.safe(key), ""),
                        outcome(tally.path("from").asText("")),
                        outcome(tally.path("to").asText("")),
                        new Cell(tally.path("count").asText(), "")));
            }
        }
        table.print(out);
        if (shown > SHOWN) {
            out.line("and " + (shown - SHOWN) + " more: --json");
        }
    }

    private static Cell outcome(String name) {
        return name.isEmpty() ? new Cell("(none)", "faint") : new Cell(name, Terminal.styleOf(Outcome.valueOf(name)));
    }

    private void days(JsonNode impact) {
        if (impact.path("newDays").isEmpty()) {
            return;
        }
        out.line();
        Table table = new Table().header("New days", "REQUIREMENT", "HOW MANY");
        int shown = 0;
        for (JsonNode day : impact.path("newDays")) {
            if (shown++ < SHOWN) {
                table.row(
                        day.path("day").asText(),
                        Terminal.safe(day.path("requirement").asText()),
                        day.path("count").asText());
            }
        }
        table.print(out);
        if (impact.path("daysLookedAt").asLong() < impact.path("changed").asLong()) {
            out.line("Days of the first " + impact.path("daysLookedAt").asText() + " changes only.");
        }
    }
}
