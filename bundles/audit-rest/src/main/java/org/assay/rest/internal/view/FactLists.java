package org.assay.rest.internal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.core.Finding.FactUsed;
import org.assay.engine.eval.Explanation;

/**
 * Says the facts that a clause read. What it read of many records is summed up by value, with the first of them: a rule on the
 * whole network reads each component. The list itself stands beside it, exact.
 */
final class FactLists {
    /** A reader takes in so many one by one. */
    private static final int SINGLE = 5;

    private static final int VALUES = 4;
    private static final int NAMED = 3;

    private FactLists() {}

    /** Facts of one kind of record and one field. */
    private record Group(String kind, String field) {
        static Group of(FactUsed fact) {
            String[] parts = fact.path().split("/", 3);
            return parts.length < 3 ? new Group(fact.path(), "") : new Group(parts[0], parts[2]);
        }
    }

    /** All of them, few in full, many summed up; empty if there is none. */
    static String of(List<FactUsed> facts) {
        Map<Group, List<FactUsed>> groups = new LinkedHashMap<>();
        facts.forEach(fact ->
                groups.computeIfAbsent(Group.of(fact), any -> new ArrayList<>()).add(fact));
        String cut =
                facts.size() < Explanation.MAX_FACTS ? "" : " (of the first " + facts.size() + " facts that it read)";
        return groups.values().stream()
                .map(group -> group.size() > SINGLE
                        ? summed(group)
                        : group.stream().map(FactWords::of).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "", cut));
    }

    private static String summed(List<FactUsed> facts) {
        Map<String, Long> counts = facts.stream()
                .collect(Collectors.groupingBy(FactWords::value, LinkedHashMap::new, Collectors.counting()));
        List<String> values = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(VALUES)
                .map(value -> value.getKey() + " (" + value.getValue() + ")")
                .collect(Collectors.toCollection(ArrayList::new));
        if (counts.size() > VALUES) {
            values.add((counts.size() - VALUES) + " other values");
        }
        String named = facts.stream().limit(NAMED).map(FactLists::id).collect(Collectors.joining(", "));
        Group group = Group.of(facts.get(0));
        return FactWords.field(group.field()) + " of " + facts.size() + " records of kind " + group.kind() + " ("
                + named + " and " + (facts.size() - NAMED) + " more): " + String.join(", ", values);
    }

    private static String id(FactUsed fact) {
        return fact.path().split("/", 3)[1];
    }
}
