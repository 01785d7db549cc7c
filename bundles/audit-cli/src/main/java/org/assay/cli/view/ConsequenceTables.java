package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.cli.view.Table.Cell;

/** What follows from an audit, for people. */
public final class ConsequenceTables {
    private static final int SHOWN = 15;
    private static final Map<String, String> STYLES =
            Map.of("untrusted", "bold,red", "ahead", "yellow", "open", "magenta");

    private final Terminal out;

    /** On a terminal. */
    public ConsequenceTables(Terminal out) {
        this.out = out;
    }

    /**
     * Writes all of it.
     *
     * @param all numbers, caps, reach, replacements and alternatives, as the API has them
     */
    public void print(JsonNode all) {
        for (JsonNode regime : all.path("numbers").path("regimes")) {
            numbers(regime);
        }
        caps(all.path("caps"));
        reach(all.path("reach"));
        replacements(all.path("replacements"));
        alternatives(all.path("alternatives"));
    }

    private void numbers(JsonNode regime) {
        out.heading("Under " + regime.path("regime").asText());
        out.line("components: " + counts(regime.path("components")));
        regime.path("reach").properties().forEach(kind -> out.line(kind.getKey() + "s: " + counts(kind.getValue())));
        for (JsonNode total : regime.path("replacements")) {
            if (total.path("all").asBoolean()) {
                out.line("to replace: " + total.path("count").asText() + ", cost " + moneys(total.path("costs"))
                        + ", without a price " + total.path("unpriced").asText() + ", done by "
                        + total.path("earliest").asText("(not known)"));
            }
        }
        regime.path("notes").forEach(note -> out.line(Terminal.safe(note.asText())));
        out.line();
    }

    private static String counts(JsonNode counts) {
        List<String> words = new ArrayList<>();
        counts.properties().forEach(count -> words.add(count.getValue().asText() + " " + count.getKey()));
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static String moneys(JsonNode costs) {
        List<String> all = new ArrayList<>();
        costs.forEach(cost -> all.add(money(cost)));
        return all.isEmpty() ? "(not known)" : String.join(" and ", all);
    }

    private static String money(JsonNode money) {
        String low = money.path("low").asText("");
        String high = money.path("high").asText("");
        String range = low.equals(high) ? low : low + " to " + high;
        return money.isMissingNode() || money.isNull()
                ? "(not known)"
                : range + " " + money.path("currency").asText();
    }

    private void caps(JsonNode caps) {
        Table table = new Table().header("OVER ITS LIMIT", "MEASURE", "SHARE", "LIMIT", "SWAPS", "BY", "FIRST TO SWAP");
        int shown = 0;
        for (JsonNode cap : caps) {
            if (shown++ < SHOWN) {
                List<String> first = new ArrayList<>();
                cap.path("components").forEach(one -> first.add(one.path("id").asText()));
                table.row(
                        cap.path("requirement").asText(),
                        Terminal.safe(cap.path("measure").asText() + " "
                                + cap.path("key").asText("")),
                        cap.path("share").asText(),
                        cap.path("limit").asText(),
                        cap.path("swaps").asText(),
                        cap.path("due").asText("-"),
                        Terminal.safe(String.join(", ", first.subList(0, Math.min(3, first.size())))));
            }
        }
        print(table, shown);
    }

    private void reach(JsonNode reach) {
        Table table = new Table().header("WHO HANGS ON THEM", "KIND", "STATE", "WAYS", "SHORTEST WAY");
        int shown = 0;
        for (JsonNode one : reach) {
            String state = one.path("state").asText();
            if (!state.equals("free") && shown++ < SHOWN) {
                table.row(List.of(
                        new Cell(Terminal.safe(one.path("name").asText()), ""),
                        new Cell(one.path("kind").asText(), ""),
                        new Cell(state, STYLES.getOrDefault(state, "")),
                        new Cell(one.path("ways").asText(), ""),
                        new Cell(Terminal.safe(one.path("because").asText("-")), "")));
            }
        }
        print(table, shown);
    }

    private void replacements(JsonNode replacements) {
        Table table = new Table().header("TO REPLACE", "SUPPLIER", "HOW MANY", "COST", "EARLIEST", "DUE", "LATE");
        int shown = 0;
        for (JsonNode one : replacements) {
            if (shown++ < SHOWN) {
                table.row(
                        Terminal.safe(one.path("product").asText("(product not known)")),
                        Terminal.safe(one.path("supplier").asText("-")),
                        one.path("count").asText(),
                        money(one.path("cost")),
                        one.path("earliest").asText("(not known)"),
                        one.path("due").asText("-"),
                        one.path("late").asText("-"));
            }
        }
        print(table, shown);
    }

    private void alternatives(JsonNode alternatives) {
        Table table = new Table().header("WHO COULD STAND IN FOR", "PART", "REGION", "UNTRUSTED", "SUPPLIERS");
        int shown = 0;
        for (JsonNode one : alternatives) {
            if (shown++ < SHOWN) {
                List<String> names = new ArrayList<>();
                one.path("candidates")
                        .forEach(candidate -> names.add(candidate.path("name").asText()
                                + (candidate.path("passesAll").asBoolean() ? "" : " (not under all)")));
                table.row(
                        one.path("function").asText(),
                        one.path("domain").asText("-"),
                        Terminal.safe(one.path("region").asText("-")),
                        one.path("untrusted").asText(),
                        names.isEmpty() ? "none" : Terminal.safe(String.join(", ", names)));
            }
        }
        print(table, shown);
    }

    private void print(Table table, int shown) {
        if (!table.isEmpty()) {
            table.print(out);
            if (shown > SHOWN) {
                out.line("and " + (shown - SHOWN) + " more: --json, or --csv");
            }
            out.line();
        }
    }
}
