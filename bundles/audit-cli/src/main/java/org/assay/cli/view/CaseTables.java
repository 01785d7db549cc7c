package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Shows cases and deadlines to a person. */
public final class CaseTables {
    private static final String UNKNOWN = "UNKNOWN";

    private final Terminal out;

    /** Writes to a terminal. */
    public CaseTables(Terminal out) {
        this.out = out;
    }

    /** Cases, a line each. */
    public void cases(List<JsonNode> cases) {
        Table table = new Table()
                .header("REGIME", "PROCEDURE", "OPENED BY", "STATE", "SINCE", "NEXT", "WHO", "WHAT IT MEANS");
        for (JsonNode one : cases) {
            JsonNode next = one.path("clocks").path(0);
            String state = one.path("state").asText(UNKNOWN);
            table.row(List.of(
                    new Table.Cell(one.path("regime").asText(), ""),
                    new Table.Cell(one.path("procedure").asText(), ""),
                    new Table.Cell(Terminal.safe(one.path("subject").path("id").asText()), ""),
                    new Table.Cell(
                            state,
                            state.equals(UNKNOWN) ? "yellow" : one.path("ended").asBoolean() ? "faint" : "bold"),
                    new Table.Cell(one.path("since").asText("-"), ""),
                    new Table.Cell(next.path("lastDay").asText("-"), ""),
                    new Table.Cell(Terminal.safe(next.path("actor").asText("-")), ""),
                    new Table.Cell(Terminal.safe(one.path("stateTitle").asText(missing(one))), "")));
        }
        if (table.isEmpty()) {
            out.line("No cases.");
        } else {
            table.print(out);
        }
    }

    private static String missing(JsonNode one) {
        String error = one.path("error").asText("");
        return error.isEmpty() ? "missing: " + texts(one.path("missing")) : error;
    }

    private static String texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    /** A case with its history and its clocks. */
    public void one(JsonNode one) {
        out.heading(Terminal.safe(one.path("title").asText()) + ": "
                + Terminal.safe(one.path("subject").path("id").asText()) + " is "
                + one.path("state").asText(UNKNOWN));
        out.line(Terminal.safe(one.path("stateTitle").asText(missing(one))));
        JsonNode law = one.path("source");
        out.line("law: "
                + Terminal.safe(
                        law.path("act").asText() + ", " + law.path("section").asText()));
        for (JsonNode move : one.path("history")) {
            String by = move.path("evidence").asText("");
            out.line("  " + move.path("day").asText("(day not known)") + "  "
                    + move.path("to").asText()
                    + (by.isEmpty() ? "  by its clock" : "  by " + Terminal.safe(by))
                    + who(move.path("actor").asText("")));
        }
        for (JsonNode clock : one.path("clocks")) {
            out.line("  until " + clock.path("lastDay").asText() + ", then "
                    + clock.path("to").asText() + who(clock.path("actor").asText(""))
                    + task(clock.path("task").asText("")));
        }
        if (!one.path("idle").isEmpty()) {
            out.line("  moved nothing: " + Terminal.safe(texts(one.path("idle"))));
        }
    }

    private static String who(String actor) {
        return actor.isEmpty() ? "" : " (" + Terminal.safe(actor) + ")";
    }

    private static String task(String task) {
        return task.isEmpty() ? "" : ": " + Terminal.safe(task);
    }

    /** Deadlines, a line each. */
    public void deadlines(List<JsonNode> due) {
        Table table = new Table().header("DAY", "SEVERITY", "WHO", "WHAT", "ABOUT", "SUBJECT", "LAW");
        for (JsonNode one : due) {
            String severity = one.path("severity").asText();
            table.row(List.of(
                    new Table.Cell(one.path("day").asText(), ""),
                    new Table.Cell(severity, severity.equals("critical") ? "bold" : ""),
                    new Table.Cell(Terminal.safe(one.path("owner").asText()), ""),
                    new Table.Cell(Terminal.safe(one.path("text").asText()), ""),
                    new Table.Cell(Terminal.safe(about(one)), ""),
                    new Table.Cell(Terminal.safe(subjects(one)), ""),
                    new Table.Cell(Terminal.safe(one.path("source").asText("-")), "")));
        }
        if (table.isEmpty()) {
            out.line("Nothing is due.");
        } else {
            table.print(out);
        }
    }

    private static String about(JsonNode one) {
        String regime = one.path("regime").asText("");
        return (regime.isEmpty() ? "" : regime + " ") + one.path("about").asText();
    }

    private static String subjects(JsonNode one) {
        int count = one.path("count").asInt();
        String first = one.path("subjects").path(0).path("id").asText();
        return count > 1 ? first + " and " + (count - 1) + " more" : first;
    }
}
