package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows cases to a person. */
public final class CaseTables {
    private final Terminal out;

    /** Writes to a terminal. */
    public CaseTables(Terminal out) {
        this.out = out;
    }

    /**
     * Cases by procedure and state: breaches first, then what is due soonest. A state that nothing can follow is only
     * counted, as are cases whose state is not known.
     */
    public void grouped(List<JsonNode> cases) {
        Map<String, List<JsonNode>> procedures = new LinkedHashMap<>();
        for (JsonNode one : cases) {
            String name =
                    one.path("regime").asText() + " " + one.path("procedure").asText();
            procedures.computeIfAbsent(name, n -> new ArrayList<>()).add(one);
        }
        procedures.values().stream()
                .sorted(Comparator.comparing(some -> some.stream()
                        .map(CaseGroup::order)
                        .min(Comparator.naturalOrder())
                        .orElse("")))
                .forEach(this::procedure);
        if (cases.isEmpty()) {
            out.line("No cases.");
        }
    }

    private void procedure(List<JsonNode> cases) {
        JsonNode first = cases.get(0);
        List<CaseGroup> groups = CaseGroup.of(cases);
        List<CaseGroup> shown = groups.stream().filter(group -> !group.quiet()).toList();
        out.heading(
                first.path("regime").asText() + " " + first.path("procedure").asText() + ": "
                        + Terminal.safe(first.path("title").asText()));
        Table table = new Table().header("STATE", "CASES", "NEXT", "WHO", "OPENED BY", "WHAT IT MEANS");
        for (CaseGroup group : shown) {
            table.row(List.of(
                    new Table.Cell(group.state(), group.breach() ? "bold,fg(red)" : "bold"),
                    new Table.Cell(Integer.toString(group.size()), ""),
                    new Table.Cell(group.next(), ""),
                    new Table.Cell(Terminal.safe(group.actor()), ""),
                    new Table.Cell(Terminal.safe(group.subjects()), ""),
                    new Table.Cell(Terminal.safe(group.meaning()), "")));
        }
        if (!table.isEmpty()) {
            table.print(out);
        }
        groups.stream().filter(CaseGroup::quiet).forEach(this::counted);
    }

    private void counted(CaseGroup group) {
        String text = "and " + group.size() + " " + group.state() + ": " + Terminal.safe(group.meaning())
                + " (--all lists them)";
        Terminal.wrap(text, out.rows()).forEach(line -> out.line(out.style("faint", line)));
    }

    /** Cases, a line each. */
    public void cases(List<JsonNode> cases) {
        Table table = new Table()
                .header("REGIME", "PROCEDURE", "OPENED BY", "STATE", "SINCE", "NEXT", "WHO", "WHAT IT MEANS");
        cases.stream().sorted(Comparator.comparing(CaseGroup::order)).forEach(one -> {
            CaseGroup alone = new CaseGroup(List.of(one));
            String style = alone.breach() ? "bold,fg(red)" : alone.quiet() ? "faint" : "bold";
            table.row(List.of(
                    new Table.Cell(one.path("regime").asText(), ""),
                    new Table.Cell(one.path("procedure").asText(), ""),
                    new Table.Cell(Terminal.safe(alone.subjects()), ""),
                    new Table.Cell(alone.state(), style),
                    new Table.Cell(one.path("since").asText("-"), ""),
                    new Table.Cell(alone.next(), ""),
                    new Table.Cell(Terminal.safe(alone.actor()), ""),
                    new Table.Cell(Terminal.safe(alone.meaning()), "")));
        });
        if (table.isEmpty()) {
            out.line("No cases.");
        } else {
            table.print(out);
        }
    }

    /** A case with its history and its clocks. */
    public void one(JsonNode one) {
        out.heading(Terminal.safe(one.path("title").asText()) + ": "
                + Terminal.safe(one.path("subject").path("id").asText()) + " is "
                + one.path("state").asText(CaseGroup.UNKNOWN));
        out.folded(Terminal.safe(one.path("stateTitle").asText(CaseGroup.missing(one))), "", "  ");
        JsonNode law = one.path("source");
        String source = law.path("act").asText() + ", " + law.path("section").asText();
        out.folded("law: " + Terminal.safe(source), "", "  ");
        for (JsonNode move : one.path("history")) {
            String by = move.path("evidence").asText("");
            String how = by.isEmpty() ? "  by its clock" : "  by " + Terminal.safe(by);
            String day = move.path("day").asText("(day not known)");
            below(day + "  " + move.path("to").asText() + how
                    + who(move.path("actor").asText("")));
        }
        if (one.path("undated").size() > 0) {
            String lacking = Terminal.safe(CaseGroup.texts(one.path("undated")));
            below("a day is not known, for want of " + lacking);
        }
        for (JsonNode clock : one.path("clocks")) {
            below("until " + clock.path("lastDay").asText() + ", then "
                    + clock.path("to").asText() + who(clock.path("actor").asText(""))
                    + (clock.path("idle").asBoolean()
                            ? ", but not by what is known now"
                            : task(clock.path("task").asText(""))));
        }
        for (JsonNode overdue : one.path("overdue")) {
            below("overdue, last day " + overdue.path("lastDay").asText()
                    + who(overdue.path("actor").asText(""))
                    + task(overdue.path("task").asText("")));
        }
        one.path("idle").forEach(idle -> below("moved nothing: " + Terminal.safe(idle(idle))));
    }

    private void below(String text) {
        out.folded(text, "  ", "    ");
    }

    private static String idle(JsonNode idle) {
        String state = idle.path("state").asText();
        return idle.path("evidence").asText()
                + switch (idle.path("why").asText()) {
                    case "state" -> ": in " + state + " nothing waits for such a record";
                    case "actor" ->
                        ": not from " + idle.path("actor").asText() + ", whose record would count in " + state;
                    case "condition" -> ": what " + state + " waits for is not what it says";
                    case "document" -> ": a document that has to come with it in " + state + " is not there";
                    case "later" -> later(idle.path("day").asText("never"));
                    default -> ": it may have moved the case in " + state + ", facts are missing";
                };
    }

    private static String later(String day) {
        return day.equals("never") ? ": takes no effect yet" : ": takes effect on " + day;
    }

    private static String who(String actor) {
        return actor.isEmpty() ? "" : " (" + Terminal.safe(actor) + ")";
    }

    private static String task(String task) {
        return task.isEmpty() ? "" : ": " + Terminal.safe(task);
    }
}
