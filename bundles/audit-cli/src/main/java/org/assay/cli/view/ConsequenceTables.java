package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.cli.view.Table.Cell;

/** What follows from an audit, for people: one section for each regime, since what one of them does not trust another may. */
public final class ConsequenceTables {
    private static final int SHOWN = 10;
    private static final Map<String, String> STYLES =
            Map.of("untrusted", "bold,red", "ahead", "yellow", "open", "magenta", "unknown", "magenta");

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
        for (JsonNode numbers : all.path("numbers").path("regimes")) {
            String regime = numbers.path("regime").asText();
            List<JsonNode> replacements = of(regime, all.path("replacements"));
            numbers(numbers);
            caps(of(regime, all.path("caps")));
            reach(of(regime, all.path("reach")));
            replacements(replacements);
            alternatives(of(regime, all.path("alternatives")));
        }
        out.line(
                "untrusted: a demand to do without it is not met; ahead: not from a day still ahead; open: a person must");
        out.line(
                "judge, or facts are missing; unknown: a link is missing. Shares are exact; whole lists: --json, --csv");
    }

    private static List<JsonNode> of(String regime, JsonNode list) {
        List<JsonNode> own = new ArrayList<>();
        list.forEach(one -> {
            if (one.path("regime").asText().equals(regime)) {
                own.add(one);
            }
        });
        return own;
    }

    private void numbers(JsonNode regime) {
        out.heading("Under " + regime.path("regime").asText());
        if (regime.path("requirements").isEmpty()) {
            out.line("no requirement of this edition orders anything out of the network, or advises it");
        }
        out.line("components: " + counts(regime.path("components")));
        regime.path("reach").properties().forEach(kind -> out.line(kind.getKey() + "s: " + counts(kind.getValue())));
        regime.path("replacements").forEach(total -> {
            if (total.path("all").asBoolean()) {
                out.line("to replace: " + total(total));
            }
        });
        regime.path("notDelivered").forEach(this::question);
        regime.path("notes").forEach(note -> out.line(Terminal.safe(note.asText())));
        out.line();
    }

    private static String total(JsonNode total) {
        int count = total.path("count").asInt();
        if (count == 0) {
            return "nothing";
        }
        int unpriced = total.path("unpriced").asInt();
        String end = total.hasNonNull("earliest")
                ? "through on " + total.path("earliest").asText() + " at the earliest"
                : total.hasNonNull("notBefore")
                        ? "not through before " + total.path("notBefore").asText()
                                + " (not every lead time and pace is known)"
                        : "when it is through is not known: no lead times";
        return count + (unpriced == count ? ", none of them priced" : ", for " + moneys(total.path("costs")))
                + (unpriced == 0 || unpriced == count ? "" : " and " + unpriced + " without a price")
                + (total.hasNonNull("due")
                        ? "; first due on " + total.path("due").asText()
                        : "") + "; " + end;
    }

    private static String counts(JsonNode counts) {
        List<String> words = new ArrayList<>();
        counts.properties().forEach(count -> {
            if (count.getValue().asInt() > 0) {
                words.add(count.getValue().asText() + " " + count.getKey());
            }
        });
        return words.isEmpty() ? "none of them distrusted" : String.join(", ", words);
    }

    private static String moneys(JsonNode costs) {
        List<String> all = new ArrayList<>();
        costs.forEach(cost -> all.add(money(cost)));
        return String.join(" and ", all);
    }

    private static String money(JsonNode money) {
        if (money.isMissingNode() || money.isNull()) {
            return "(not known)";
        }
        String low = grouped(money.path("low"));
        String high = grouped(money.path("high"));
        return (low.equals(high) ? low : low + " to " + high) + " "
                + money.path("currency").asText();
    }

    private static String grouped(JsonNode amount) {
        return amount.asText("").replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    private void caps(List<JsonNode> caps) {
        Table table = new Table().header("OVER ITS LIMIT", "MEASURE", "SHARE", "LIMIT", "SWAPS", "BY", "FIRST TO SWAP");
        caps.stream().limit(SHOWN).forEach(cap -> {
            List<String> first = new ArrayList<>();
            cap.path("components").forEach(one -> first.add(one.path("id").asText()));
            table.row(
                    cap.path("requirement").asText(),
                    Terminal.safe(measure(cap)),
                    Shares.percent(cap.path("share").asText()),
                    Shares.percent(cap.path("limit").asText()),
                    cap.path("swaps").asText("(not known)"),
                    cap.path("due").asText("-"),
                    Terminal.safe(some(first)));
        });
        print(table, caps.size());
    }

    /**
     * What one share over its limit asks for, in lines for people: the share, the fewest swaps, which ones, by when.
     *
     * @param cap as the API has it
     */
    public static List<String> swaps(JsonNode cap) {
        List<String> ids = new ArrayList<>();
        cap.path("components").forEach(one -> ids.add(one.path("id").asText()));
        String by = cap.hasNonNull("due") ? " by " + cap.path("due").asText() : "";
        String pace = cap.hasNonNull("perMonth") ? ", " + cap.path("perMonth").asText() + " a month" : "";
        List<String> lines = new ArrayList<>();
        lines.add("swap: " + measure(cap) + " is "
                + Shares.percent(cap.path("share").asText()) + ", the limit "
                + Shares.percent(cap.path("limit").asText())
                + (cap.path("deciding").asBoolean() ? "" : " (would be next)")
                + ": at least " + cap.path("swaps").asText() + by + pace + ", soonest " + some(ids));
        cap.path("missing").forEach(fact -> lines.add("      more may be needed: not known is " + fact.asText()));
        return lines;
    }

    private static String measure(JsonNode cap) {
        List<String> words = new ArrayList<>(List.of(cap.path("measure").asText()));
        cap.path("group").forEach(key -> words.add(key.asText()));
        words.add(cap.path("key").asText(""));
        words.removeIf(String::isEmpty);
        String weight = cap.path("weight").asText("");
        return String.join(" ", words) + (weight.isEmpty() || weight.equals("count") ? "" : " (" + weight + ")");
    }

    private static String some(List<String> ids) {
        int shown = Math.min(3, ids.size());
        return String.join(", ", ids.subList(0, shown)) + (ids.size() > shown ? " …" : "");
    }

    private void reach(List<JsonNode> reach) {
        List<JsonNode> hit = reach.stream()
                .filter(one -> !one.path("state").asText().equals("free"))
                .toList();
        section("WHO HANGS ON THEM", hit.stream().filter(one -> !site(one)).toList());
        section("SITES", hit.stream().filter(ConsequenceTables::site).toList());
    }

    private static boolean site(JsonNode one) {
        return one.path("kind").asText().equals("site");
    }

    private void section(String title, List<JsonNode> reached) {
        Table table = new Table().header(title, "WHAT", "STATE", "BACK-UP", "BECAUSE OF");
        reached.stream().limit(SHOWN).forEach(one -> {
            String state = one.path("state").asText();
            table.row(List.of(
                    new Cell(Terminal.safe(one.path("name").asText()), ""),
                    new Cell(one.path("sort").asText(one.path("kind").asText()), ""),
                    new Cell(state, STYLES.getOrDefault(state, "")),
                    new Cell(one.path("backup").asText("-"), ""),
                    new Cell(Terminal.safe(why(one)), "")));
        });
        print(table, reached.size());
    }

    /** The way there without its end, which the line names already; or what must be known first. */
    private static String why(JsonNode one) {
        if (one.path("path").isEmpty()) {
            JsonNode missing = one.path("missing").path(0);
            return "? " + missing.path("question").asText() + " ("
                    + missing.path("path").asText() + ")";
        }
        List<String> steps = new ArrayList<>();
        one.path("path").forEach(step -> steps.add(step.path("id").asText()));
        return String.join(" > ", steps.subList(0, Math.max(1, steps.size() - 1)));
    }

    private void replacements(List<JsonNode> replacements) {
        Table table =
                new Table().header("TO REPLACE", "SUPPLIER", "NOW", "LATER", "COST", "EARLIEST", "DUE", "TOO LATE");
        replacements.stream()
                .limit(SHOWN)
                .forEach(one -> table.row(
                        Terminal.safe(one.path("product").asText("(product not known)")),
                        Terminal.safe(one.path("supplier").asText("-")),
                        one.path("untrusted").asText(),
                        one.path("ahead").asText(),
                        money(one.path("cost")),
                        one.path("earliest").asText("(not known)"),
                        one.path("due").asText("-"),
                        one.path("late").asText("(not known)")));
        print(table, replacements.size());
        Map<String, JsonNode> questions = new LinkedHashMap<>();
        replacements.forEach(one -> one.path("missing")
                .forEach(missing -> questions.put(
                        missing.path("path").asText() + missing.path("question").asText(), missing)));
        questions.values().stream().limit(SHOWN).forEach(this::question);
        more(questions.size());
    }

    private void question(JsonNode missing) {
        out.line(Terminal.safe("? ask the " + missing.path("of").asText() + ": "
                + missing.path("question").asText() + " ("
                + missing.path("path").asText() + ")"));
    }

    private void alternatives(List<JsonNode> alternatives) {
        Table table = new Table().header("WHO COULD STAND IN FOR", "PART", "REGION", "COUNT", "SUPPLIERS");
        alternatives.stream().limit(SHOWN).forEach(one -> {
            List<String> names = new ArrayList<>();
            one.path("candidates").forEach(candidate -> names.add(candidate(candidate)));
            table.row(
                    one.path("function").asText(),
                    one.path("domain").asText("-"),
                    Terminal.safe(one.path("region").asText("-")),
                    one.path("untrusted").asText(),
                    names.isEmpty() ? "none in this network" : Terminal.safe(String.join("; ", names)));
        });
        print(table, alternatives.size());
    }

    private static String candidate(JsonNode candidate) {
        List<String> against = new ArrayList<>();
        candidate.path("distrustedBy").forEach(regime -> against.add("not under " + regime.asText()));
        candidate.path("unjudgedBy").forEach(regime -> against.add("open under " + regime.asText()));
        String name = candidate.path("name").asText();
        return against.isEmpty() ? name : name + " (" + String.join(", ", against) + ")";
    }

    private void print(Table table, int all) {
        if (!table.isEmpty()) {
            table.print(out);
            more(all);
        }
    }

    private void more(int all) {
        if (all > SHOWN) {
            out.line("and " + (all - SHOWN) + " more");
        }
        if (all > 0) {
            out.line();
        }
    }
}
