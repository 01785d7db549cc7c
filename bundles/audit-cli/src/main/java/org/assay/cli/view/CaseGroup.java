package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Cases of one procedure that are in one state.
 *
 * @param cases at least one
 */
record CaseGroup(List<JsonNode> cases) {
    /** The word for a state that facts are missing for. */
    static final String UNKNOWN = "UNKNOWN";

    /** Before the last day in time of what is undone. */
    static final String OVERDUE = "overdue ";

    private static final String LAST_DAY = "lastDay";
    private static final int SHOWN = 3;

    CaseGroup {
        cases = cases.stream().sorted(Comparator.comparing(CaseGroup::order)).toList();
    }

    /** By state, the gravest and soonest first. */
    static List<CaseGroup> of(List<JsonNode> cases) {
        Map<String, List<JsonNode>> states = new LinkedHashMap<>();
        for (JsonNode one : cases) {
            states.computeIfAbsent(one.path("state").asText(UNKNOWN), s -> new ArrayList<>())
                    .add(one);
        }
        return states.values().stream()
                .map(CaseGroup::new)
                .sorted(Comparator.comparing(group -> order(group.first())))
                .toList();
    }

    /**
     * Breaches, then what is overdue, then by the next clock, then what waits for something else, then what is over, then what is
     * not known.
     */
    static String order(JsonNode one) {
        String next = clock(one).path(LAST_DAY).asText("");
        String late = overdue(one).path(LAST_DAY).asText("");
        String rank = one.path("breach").asBoolean()
                ? "0"
                : !late.isEmpty()
                        ? "1" + late
                        : !next.isEmpty()
                                ? "2" + next
                                : one.path("ended").asBoolean() ? "4" : one.has("state") ? "3" : "5";
        return rank + " " + one.path("since").asText("");
    }

    /** What was to be done first and is not. */
    private static JsonNode overdue(JsonNode one) {
        return one.path("overdue").path(0);
    }

    /** The next clock that asks somebody or leads on; a day on which one would leave the case in its state is only a look at it. */
    private static JsonNode clock(JsonNode one) {
        Set<String> looks = new HashSet<>();
        one.path("clocks").forEach(clock -> {
            if (!clock.hasNonNull("task")
                    && clock.path("to").asText().equals(one.path("state").asText())) {
                looks.add(clock.path(LAST_DAY).asText());
            }
        });
        for (JsonNode clock : one.path("clocks")) {
            boolean leads = !looks.contains(clock.path(LAST_DAY).asText());
            if (!clock.path("idle").asBoolean() && (leads || clock.hasNonNull("task"))) {
                return clock;
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode first() {
        return cases.get(0);
    }

    String state() {
        return first().path("state").asText(UNKNOWN);
    }

    int size() {
        return cases.size();
    }

    boolean breach() {
        return first().path("breach").asBoolean();
    }

    /** Whether nobody has to look: it is over, or nothing is known. */
    boolean quiet() {
        return !breach() && (first().path("ended").asBoolean() || !first().has("state"));
    }

    /** What is overdue before what comes next. */
    String next() {
        String next = clock(first()).path(LAST_DAY).asText("");
        String late = overdue(first()).path(LAST_DAY).asText("");
        return late.isEmpty() ? next.isEmpty() ? "-" : next : OVERDUE + late + (next.isEmpty() ? "" : ", " + next);
    }

    /** Who has to do what stands first in {@link #next}. */
    String actor() {
        JsonNode late = overdue(first());
        return (late.isMissingNode() ? clock(first()) : late).path("actor").asText("-");
    }

    String subjects() {
        String names = cases.stream()
                .limit(SHOWN)
                .map(one -> one.path("subject").path("id").asText())
                .collect(Collectors.joining(", "));
        return size() > SHOWN ? names + " and " + (size() - SHOWN) + " more" : names;
    }

    String meaning() {
        if (first().has("stateTitle")) {
            return first().path("stateTitle").asText();
        }
        List<String> all = cases.stream().map(CaseGroup::missing).distinct().toList();
        String more = all.size() > SHOWN ? "; and " + (all.size() - SHOWN) + " more" : "";
        return String.join("; ", all.subList(0, Math.min(SHOWN, all.size()))) + more;
    }

    static String missing(JsonNode one) {
        String error = one.path("error").asText("");
        return error.isEmpty() ? "missing: " + texts(one.path("missing")) : error;
    }

    static String texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }
}
