package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Shows dossiers to a person. */
public final class DossierTables {
    private static final int SHOWN = 20;

    private final Terminal out;
    private JsonNode words = MissingNode.getInstance();

    /** Writes to a terminal. */
    public DossierTables(Terminal out) {
        this.out = out;
    }

    /** Dossiers that can be drafted, a line each. */
    public void offered(List<JsonNode> all) {
        Table table = new Table().header("DOSSIER", "LANGUAGE", "TITLE", "LAW");
        for (JsonNode one : all) {
            table.row(List.of(
                    cell(one.path("id").asText()),
                    cell(one.path("language").asText()),
                    cell(one.path("title").asText()),
                    cell(law(one.path("source")))));
        }
        if (table.isEmpty()) {
            out.line("No installed regime has a dossier. Install one: ./assay install ID");
        } else {
            table.print(out);
        }
    }

    /** How far a dossier is, by chapter and item. */
    public void completeness(JsonNode draft, boolean items) {
        head(draft);
        if (draft.path("chapters").isEmpty()) {
            out.line(Terminal.safe(draft.path("none").asText("Nothing is to be filed.")));
            return;
        }
        for (JsonNode chapter : draft.path("chapters")) {
            chapter(chapter);
            if (items) {
                chapter.path("items").forEach(this::blocks);
            }
        }
        JsonNode counts = draft.path("items");
        out.line("");
        out.line("Draft: " + counts.path("complete").asInt() + " items complete, "
                + counts.path("incomplete").asInt() + " incomplete, "
                + counts.path("notNeeded").asInt() + " not needed. The document: -o FILE.pdf or FILE.html");
    }

    /** A programme with all that its items have. */
    public void programme(JsonNode draft) {
        head(draft);
        for (JsonNode chapter : draft.path("chapters")) {
            chapter.path("items").forEach(this::blocks);
            out.line("");
            chapter(chapter);
        }
    }

    private void head(JsonNode draft) {
        words = draft.path("words");
        out.heading(safe(draft, "title") + ": " + safe(draft, "networkName") + " as of " + safe(draft, "asOf"));
        String rules = safe(draft, "regime") + " " + safe(draft, "packVersion");
        out.folded("law: " + Terminal.safe(law(draft.path("source"))) + "; rules: " + rules, "", "  ");
    }

    private void chapter(JsonNode chapter) {
        String key = chapter.path("key").asText("");
        if (!key.isEmpty()) {
            out.heading(Terminal.safe(chapter.path("title").asText("") + " " + key));
        }
        for (JsonNode doubt : chapter.path("doubts")) {
            out.folded("Not known yet whether this is needed: ask " + asked(doubt), "", "  ");
        }
        Table table = new Table().header("ITEM", "TITLE", "STATUS", "MISSING");
        for (JsonNode item : chapter.path("items")) {
            String status = item.path("status").asText();
            String missing = texts(item.path("missing"));
            table.row(List.of(
                    cell(item.path("number").asText()),
                    cell(item.path("title").asText()),
                    new Table.Cell(status, status.equals("incomplete") ? "yellow" : ""),
                    cell(missing.isEmpty() ? "-" : missing)));
        }
        table.print(out);
    }

    private static String texts(JsonNode gaps) {
        return StreamSupport.stream(gaps.spliterator(), false)
                .map(DossierTables::asked)
                .collect(Collectors.joining("; "));
    }

    private static String asked(JsonNode gap) {
        int count = gap.path("count").asInt();
        String question = Terminal.safe(
                gap.path("of").asText() + ": " + gap.path("question").asText());
        return count > 1 ? question + " (" + count + ")" : question;
    }

    private void blocks(JsonNode item) {
        out.heading(Terminal.safe(
                item.path("number").asText() + " " + item.path("title").asText()));
        for (JsonNode block : item.path("blocks")) {
            String title = block.path("title").asText("");
            if (!title.isEmpty()) {
                out.folded(Terminal.safe(title), "", "  ");
            }
            switch (block.path("type").asText()) {
                case "fields" -> fields(block);
                case "ages" -> ages(block);
                case "verdicts" -> verdicts(block);
                default -> rows(block);
            }
        }
    }

    private void fields(JsonNode block) {
        for (JsonNode field : block.path("fields")) {
            out.folded(safe(field, "label") + ": " + Terminal.safe(value(field)), "  ", "    ");
        }
    }

    private void rows(JsonNode block) {
        List<String> columns = new ArrayList<>();
        block.path("columns").forEach(column -> columns.add(Terminal.safe(column.asText())));
        boolean cases =
                StreamSupport.stream(block.path("rows").spliterator(), false).anyMatch(row -> row.has("ofCase"));
        if (cases) {
            columns.addAll(List.of("STATE", "AGE", "NEXT"));
        }
        columns.add("NUMBER");
        Table table = new Table().header(columns.toArray(String[]::new));
        int shown = 0;
        for (JsonNode row : block.path("rows")) {
            if (shown++ < SHOWN) {
                table.row(cells(row, cases));
            }
        }
        if (table.isEmpty()) {
            out.line("  " + Terminal.safe(block.path("none").asText("none")));
        } else {
            table.print(out);
        }
        int more = shown - SHOWN + block.path("moreRows").asInt();
        if (more > 0) {
            out.line("  and " + more + " more: --json");
        }
    }

    private List<Table.Cell> cells(JsonNode row, boolean cases) {
        List<Table.Cell> cells = new ArrayList<>();
        row.path("cells").forEach(one -> cells.add(cell(value(one))));
        if (cases) {
            JsonNode ofCase = row.path("ofCase");
            cells.add(cell(state(ofCase)));
            cells.add(cell(ofCase.path("age").asText("-")));
            cells.add(cell(next(ofCase)));
        }
        cells.add(cell(row.path("count").asText()));
        return cells;
    }

    /** What is overdue before what comes next. */
    private static String next(JsonNode ofCase) {
        String next = ofCase.path("nextDay").asText("-");
        String late = ofCase.path("overdue").path(0).path("lastDay").asText("");
        return late.isEmpty() ? next : CaseGroup.OVERDUE + late + (next.equals("-") ? "" : ", " + next);
    }

    private void ages(JsonNode block) {
        List<String> head = new ArrayList<>(List.of("STATE"));
        block.path("limits").forEach(limit -> head.add("UP TO " + limit.asInt() + " DAYS"));
        head.add("OLDER");
        Table table = new Table().header(head.toArray(String[]::new));
        for (JsonNode row : block.path("ages")) {
            List<Table.Cell> cells = new ArrayList<>(List.of(cell(state(row))));
            row.path("counts").forEach(count -> cells.add(cell(count.asText())));
            table.row(cells);
        }
        table.print(out);
    }

    private void verdicts(JsonNode block) {
        Table table = new Table().header("REQUIREMENT", "TITLE", "OUTCOMES");
        for (JsonNode line : block.path("requirements")) {
            List<String> counts = new ArrayList<>();
            line.path("counts").properties().forEach(one -> counts.add(one.getKey() + " " + one.getValue()));
            table.row(List.of(
                    cell(line.path("requirement").asText()),
                    cell(line.path("title").asText()),
                    cell(String.join(", ", counts))));
        }
        table.print(out);
    }

    /** A state as people say it, as in the document. */
    private static String state(JsonNode of) {
        return of.path("stateTitle").asText(of.path("state").asText("not known"));
    }

    private String value(JsonNode cell) {
        JsonNode value = cell.path("value");
        if (value.isMissingNode()) {
            return cell.path("known").asBoolean() ? "-" : cell.path("needed").asBoolean(true) ? "missing" : "not known";
        }
        return cell.path("known").asBoolean(true) ? said(value) : said(value) + " (in part)";
    }

    /** A word of the facts as the dossier says it to people. */
    private String said(JsonNode value) {
        if (value.isArray()) {
            String all = StreamSupport.stream(value.spliterator(), false)
                    .map(this::said)
                    .collect(Collectors.joining(", "));
            return all.isEmpty() ? "none" : all;
        }
        String text = value.asText();
        return value.isBoolean()
                ? value.asBoolean() ? "yes" : "no"
                : words.path(text).asText(text);
    }

    private static String law(JsonNode source) {
        return source.path("act").asText() + ", " + source.path("section").asText();
    }

    private static String safe(JsonNode node, String field) {
        return Terminal.safe(node.path(field).asText());
    }

    private static Table.Cell cell(String text) {
        return new Table.Cell(Terminal.safe(text), "");
    }
}
