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

    /** Breaches, then by the next clock, then what waits for something else, then what is over, then what is not known. */
    static String order(JsonNode one) {
        String next = clock(one).path("lastDay").asText("");
        String rank = one.path("breach").asBoolean()
                ? "0"
                : !next.isEmpty() ? "1" + next : one.path("ended").asBoolean() ? "3" : one.has("state") ? "2" : "4";
        return rank + " " + one.path("since").asText("");
    }

    /** The next clock that asks somebody or leads on; a day on which one would leave the case in its state is only a look at it. */
    private static JsonNode clock(JsonNode one) {
        Set<String> looks = new HashSet<>();
        one.path("clocks").forEach(clock -> {
            if (!clock.hasNonNull("task")
                    && clock.path("to").asText().equals(one.path("state").asText())) {
                looks.add(clock.path("lastDay").asText());
            }
        });
        for (JsonNode clock : one.path("clocks")) {
            boolean leads = !looks.contains(clock.path("lastDay").asText());
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

    String next() {
        return clock(first()).path("lastDay").asText("-");
    }

    String actor() {
        return clock(first()).path("actor").asText("-");
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
