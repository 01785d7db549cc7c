package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Shows to a person what is due: nothing is cut off, because what is to be done is in the text. */
public final class DeadlineList {
    private static final String INDENT = " ".repeat(12);
    private static final String OVERDUE = "overdue";
    private static final int SHOWN = 5;

    private final Terminal out;

    /** Writes to a terminal. */
    public DeadlineList(Terminal out) {
        this.out = out;
    }

    /** Says of which installed regimes nothing is told, and what to do: an empty list would read as in order. */
    public static void silent(Terminal messages, JsonNode regimes) {
        for (JsonNode one : regimes) {
            String id = Terminal.safe(one.path("regime").asText());
            messages.line(id + ": " + Terminal.safe(one.path("because").asText()) + ".");
            messages.line("  ./assay packs " + id + " lists its packs; ./assay pack activate " + id + " VERSION");
        }
    }

    /** Says of which regimes no audit knows the newest facts, and how to make one. */
    public static void unjudged(Terminal messages, String network, JsonNode regimes) {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : regimes) {
            ids.add(Terminal.safe(one.path("regime").asText()));
            messages.line(ids.get(ids.size() - 1) + ": "
                    + Terminal.safe(one.path("because").asText()) + ".");
        }
        if (!ids.isEmpty()) {
            messages.line(
                    "  ./assay audit --network " + Terminal.safe(network) + " --regimes " + String.join(",", ids));
        }
    }

    /** Says what is broken without a day, and where it is listed: most breaches have none, so a short list is no clean one. */
    public void undated(List<JsonNode> regimes) {
        if (!regimes.isEmpty()) {
            out.heading("without a day");
        }
        for (JsonNode one : regimes) {
            String regime = Terminal.safe(one.path("regime").asText());
            String audit = Terminal.safe(one.path("audit").asText());
            out.folded(regime + ": " + Terminal.safe(one.path("because").asText()), "", "  ");
            out.line("  ./assay findings " + audit + " --regime " + regime + " --outcome FAIL lists them");
        }
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
        String day = out.style(style, one.path("day").asText()) + "  ";
        out.folded(who + Terminal.safe(subjects(one)), day, INDENT);
        Terminal.wrap(Terminal.safe(one.path("text").asText()), out.width() - INDENT.length())
                .forEach(line -> out.line(INDENT + line));
        questions(one.path("missing"));
        Terminal.wrap(Terminal.safe(source(one)), out.width() - INDENT.length())
                .forEach(line -> out.line(INDENT + out.style("faint", line)));
    }

    /** Whom to ask what, where it is not known whether it must be done, or which state it is about. */
    private void questions(JsonNode missing) {
        if (!missing.isEmpty()) {
            out.folded("It depends on what is not known yet:", INDENT, INDENT);
        }
        for (JsonNode one : missing) {
            String asked = "ask the " + one.path("of").asText() + ": "
                    + one.path("question").asText() + " (" + one.path("path").asText() + ")";
            out.folded(Terminal.safe(asked), INDENT + "? ", INDENT + "  ");
        }
    }

    /** The law; of what follows from the facts alone, which fact of what says so. */
    private static String source(JsonNode one) {
        String about = one.path("about").asText();
        String regime = one.path("regime").asText("");
        if (regime.isEmpty()) {
            JsonNode first = one.path("subjects").path(0);
            int others = one.path("count").asInt() - 1;
            return "the facts: " + about + " of " + first.path("kind").asText() + " "
                    + first.path("id").asText() + (others > 0 ? " and " + others + " more" : "");
        }
        String source = one.path("source").asText("");
        return source.isEmpty() ? regime + " " + about : source + " (" + regime + " " + about + ")";
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

    /** What it is about; of papers alone also the devices and sites that these name. */
    private static String subjects(JsonNode one) {
        int count = one.path("count").asInt();
        JsonNode names = one.path("names");
        String named = names.isEmpty() ? "" : " (names " + some(names, names.size()) + ")";
        return some(one.path("subjects"), count) + named;
    }

    private static String some(JsonNode subjects, int count) {
        List<String> ids = new ArrayList<>();
        subjects.forEach(subject -> ids.add(subject.path("id").asText()));
        int shown = Math.min(ids.size(), SHOWN);
        int more = count - shown;
        return String.join(", ", ids.subList(0, shown)) + (more > 0 ? " and " + more + " more" : "");
    }
}
