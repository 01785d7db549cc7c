package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.api.Outcome;

/** Shows audits to a person. */
public final class AuditTables {
    private static final String[] SHORT = {
        "FAIL", "N.ALIGN", "PARTIAL", "ERROR", "UNKNOWN", "REVIEW", "WARN", "PENDING", "PASS", "N/A"
    };

    private final Terminal out;

    /** Writes to a terminal. */
    public AuditTables(Terminal out) {
        this.out = out;
    }

    /** Per regime, how many verdicts of each outcome. */
    public void counts(JsonNode audit) {
        List<String> header = new ArrayList<>(List.of("REGIME", "EDITION"));
        header.addAll(List.of(SHORT));
        Table table = new Table().header(header.toArray(String[]::new));
        for (JsonNode regime : audit.path("regimes")) {
            List<Table.Cell> row = new ArrayList<>(Table.cells(
                    regime.path("regime").asText(),
                    regime.path("pack").path("version").asText()));
            for (Outcome outcome : Outcome.values()) {
                int count = regime.path("counts").path(outcome.name()).asInt();
                row.add(new Table.Cell(
                        count == 0 ? "·" : Integer.toString(count), count == 0 ? "faint" : Terminal.styleOf(outcome)));
            }
            table.row(row);
        }
        table.print(out);
    }

    /** Findings as a list: one line each. */
    public void findings(Iterable<JsonNode> findings) {
        Table table = new Table().header("OUTCOME", "SEVERITY", "REGIME", "REQUIREMENT", "SUBJECT", "DUE", "BECAUSE");
        for (JsonNode finding : findings) {
            String severity = finding.path("severity").asText();
            table.row(List.of(
                    outcome(finding),
                    new Table.Cell(severity, severity.equals("critical") ? "bold" : ""),
                    new Table.Cell(finding.path("regime").asText(), ""),
                    new Table.Cell(finding.path("requirement").asText(), ""),
                    new Table.Cell(subject(finding.path("subject")), ""),
                    new Table.Cell(finding.path("due").asText("-"), ""),
                    new Table.Cell(
                            waived(finding)
                                    + Terminal.safe(finding.path("because").asText()),
                            "")));
        }
        if (table.isEmpty()) {
            out.line("No findings.");
        } else {
            table.print(out);
        }
    }

    /** A finding in full: what, where, why, by which law, what to do. */
    public void finding(int number, JsonNode finding) {
        Table.Cell outcome = outcome(finding);
        out.line(number + ". " + out.style(outcome.style(), outcome.text()) + "  " + subject(finding.path("subject"))
                + "  " + finding.path("requirement").asText() + "  "
                + Terminal.safe(finding.path("title").asText()));
        paragraph("why", finding.path("because").asText());
        JsonNode source = finding.path("source");
        paragraph(
                "law",
                source.path("act").asText() + ", " + source.path("section").asText() + " ("
                        + source.path("mark").asText() + ")");
        paragraph("do", finding.path("remedy").asText(""));
        paragraph("due", finding.path("due").asText(""));
        JsonNode waiver = finding.path("waiver");
        if (!waiver.isMissingNode()) {
            paragraph(
                    "waived",
                    "by " + waiver.path("owner").asText() + " until "
                            + waiver.path("until").asText() + ", approved by "
                            + waiver.path("approvedBy").asText() + ": "
                            + waiver.path("reason").asText());
        }
        paragraph("risk", finding.path("consequence").asText(""));
        for (JsonNode missing : finding.path("missing")) {
            paragraph(
                    "ask",
                    missing.path("of").asText() + ": "
                            + missing.path("question").asText());
        }
    }

    private void paragraph(String label, String text) {
        if (text.isEmpty()) {
            return;
        }
        int width = Math.max(40, out.width() - 10);
        String head = String.format(Locale.ROOT, "   %-4s ", label);
        for (String line : Terminal.wrap(Terminal.safe(text), width)) {
            out.line(out.style("faint", head) + line);
            head = "        ";
        }
    }

    /** The gravest verdict of each regime for the same subject, side by side. */
    public void comparison(JsonNode comparison) {
        List<String> header = new ArrayList<>(List.of("SUBJECT"));
        comparison
                .path("regimes")
                .forEach(regime -> header.add(regime.path("regime").asText()));
        Table table = new Table().header(header.toArray(String[]::new));
        for (JsonNode item : comparison.path("items")) {
            List<Table.Cell> row = new ArrayList<>(Table.cells(subject(item.path("subject"))));
            comparison
                    .path("regimes")
                    .forEach(regime ->
                            row.add(verdictOf(item, regime.path("regime").asText())));
            table.row(row);
        }
        table.print(out);
    }

    private static Table.Cell verdictOf(JsonNode item, String regime) {
        for (JsonNode verdict : item.path("verdicts")) {
            if (verdict.path("regime").asText().equals(regime)) {
                Table.Cell outcome = outcome(verdict);
                return new Table.Cell(
                        outcome.text() + " " + verdict.path("requirement").asText(), outcome.style());
            }
        }
        return new Table.Cell("-", "faint");
    }

    /** How many verdicts went from which outcome to which; those that kept theirs for another reason are one line. */
    public void flips(JsonNode diff) {
        int kept = 0;
        for (JsonNode flip : diff.path("flips")) {
            boolean same = flip.path("from").asText().equals(flip.path("to").asText());
            kept += same ? flip.path("count").asInt() : 0;
            if (!same) {
                String count =
                        String.format(Locale.ROOT, "  %5d  ", flip.path("count").asInt());
                out.line(count + colour(flip.path("from")) + " -> " + colour(flip.path("to")));
            }
        }
        if (kept > 0) {
            out.line(String.format(Locale.ROOT, "  %5d  same outcome, other reason", kept));
        }
    }

    /** Single changes, one a line. */
    public void changes(JsonNode diff) {
        for (JsonNode change : diff.path("items")) {
            JsonNode to = change.path("to");
            JsonNode named = to.isMissingNode() ? change.path("from") : to;
            out.line("  " + colour(change.path("from").path("outcome")) + " -> " + colour(to.path("outcome")) + "  "
                    + subject(named.path("subject")) + "  "
                    + named.path("requirement").asText() + "  "
                    + Terminal.safe(named.path("because").asText()));
        }
        int more = diff.path("total").asInt() - diff.path("items").size();
        if (more > 0) {
            out.line("  … and " + more + " more");
        }
    }

    private String colour(JsonNode outcome) {
        String word = outcome.asText("");
        return word.isEmpty() ? "(none)" : out.style(Terminal.styleOf(Outcome.valueOf(word)), word);
    }

    private static Table.Cell outcome(JsonNode verdict) {
        String word = verdict.path("outcome").asText();
        return new Table.Cell(word, Terminal.styleOf(Outcome.valueOf(word)));
    }

    private static String subject(JsonNode subject) {
        return Terminal.safe(
                subject.path("kind").asText() + "/" + subject.path("id").asText());
    }

    /** The outcome stays; the waiver stands before the reason. */
    private static String waived(JsonNode finding) {
        JsonNode waiver = finding.path("waiver");
        return waiver.isMissingNode()
                ? ""
                : "[waived until " + waiver.path("until").asText() + " by "
                        + Terminal.safe(waiver.path("owner").asText()) + "] ";
    }
}
