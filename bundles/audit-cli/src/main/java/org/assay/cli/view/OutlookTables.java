package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Shows a person what will change if nobody does anything. */
public final class OutlookTables {
    private final Terminal out;

    /** Writes to a terminal. */
    public OutlookTables(Terminal out) {
        this.out = out;
    }

    /** The days, and some of the changes. */
    public void show(JsonNode outlook, List<JsonNode> changes) {
        out.heading(outlook.path("network").asText() + " from "
                + outlook.path("from").asText() + " to " + outlook.path("to").asText() + ", if nobody acts");
        if (!outlook.path("complete").asBoolean()) {
            out.line("Known up to " + outlook.path("looked").asText()
                    + " only: so much changes that less must be asked for.");
        }
        if (outlook.path("days").isEmpty()) {
            out.line("No verdict changes.");
            return;
        }
        days(outlook.path("days"));
        out.heading("Changes");
        changes(changes);
        int total = outlook.path("total").asInt();
        if (changes.size() < total) {
            out.line("… and " + (total - changes.size()) + " more: --all");
        }
    }

    private void days(JsonNode days) {
        Table table = new Table().header("DAY", "REGIME", "CHANGES", "NEW FINDINGS", "GONE", "BECAUSE");
        for (JsonNode day : days) {
            List<String> because = new ArrayList<>();
            day.path("because").forEach(reason -> because.add(reason.asText()));
            table.row(
                    day.path("day").asText(),
                    day.path("regime").asText(),
                    day.path("changed").asText(),
                    day.path("newFindings").asText(),
                    day.path("goneFindings").asText(),
                    String.join(", ", because));
        }
        table.print(out);
    }

    private void changes(List<JsonNode> changes) {
        Table table = new Table().header("DAY", "REQUIREMENT", "SUBJECT", "FROM", "TO", "BECAUSE");
        for (JsonNode change : changes) {
            JsonNode some = change.has("to") ? change.path("to") : change.path("from");
            table.row(
                    change.path("day").asText(),
                    some.path("requirement").asText(),
                    some.path("subject").path("kind").asText() + " "
                            + some.path("subject").path("id").asText(),
                    change.path("from").path("outcome").asText("-"),
                    change.path("to").path("outcome").asText("-"),
                    change.path("to").path("because").asText("-"));
        }
        table.print(out);
    }
}
