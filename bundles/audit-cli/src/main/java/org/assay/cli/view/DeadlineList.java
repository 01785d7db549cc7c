package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Shows to a person what is due: nothing is cut off, because what is to be done is in the text. */
public final class DeadlineList {
    private static final String INDENT = " ".repeat(12);
    private static final String OVERDUE = "overdue";

    private final Terminal out;

    /** Writes to a terminal. */
    public DeadlineList(Terminal out) {
        this.out = out;
    }

    /** Deadlines in their order: what is overdue, then the rest under their severity. */
    public void print(List<JsonNode> due) {
        String heading = "";
        for (JsonNode one : due) {
            boolean overdue = one.path("daysLeft").asLong() < 0;
            String under = overdue ? OVERDUE : one.path("severity").asText();
            if (!under.equals(heading)) {
                heading = under;
                out.heading(heading);
            }
            one(one, overdue || heading.equals("critical") ? "bold,fg(red)" : "bold");
        }
        if (due.isEmpty()) {
            out.line("Nothing is due.");
        }
    }

    private void one(JsonNode one, String style) {
        String who = left(one) + ", " + Terminal.safe(one.path("owner").asText()) + ": ";
        List<String> head = wrap(who + Terminal.safe(subjects(one)), out.rows() - INDENT.length());
        out.line(out.style(style, one.path("day").asText()) + "  " + head.get(0));
        head.stream().skip(1).forEach(line -> out.line(INDENT + line));
        wrap(Terminal.safe(one.path("text").asText()), out.width() - INDENT.length())
                .forEach(line -> out.line(INDENT + line));
        String source = one.path("source").asText("");
        String regime = one.path("regime").asText("");
        String about =
                (regime.isEmpty() ? "fact " : regime + " ") + one.path("about").asText();
        wrap(Terminal.safe(source.isEmpty() ? about : source + " (" + about + ")"), out.width() - INDENT.length())
                .forEach(line -> out.line(INDENT + out.style("faint", line)));
    }

    private static String left(JsonNode one) {
        long days = one.path("daysLeft").asLong();
        if (days < 0) {
            String since = "overdue since " + one.path("overdueSince").asText();
            return since + " (" + -days + (days == -1 ? " day), " : " days), ")
                    + one.path("severity").asText();
        }
        return days == 0 ? "today" : days == 1 ? "1 day left" : days + " days left";
    }

    private static String subjects(JsonNode one) {
        List<String> ids = new ArrayList<>();
        one.path("subjects").forEach(subject -> ids.add(subject.path("id").asText()));
        int shown = Math.min(ids.size(), 5);
        int more = one.path("count").asInt() - shown;
        return String.join(", ", ids.subList(0, shown)) + (more > 0 ? " and " + more + " more" : "");
    }

    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && Table.width(line.toString()) + 1 + Table.width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
