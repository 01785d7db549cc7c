package org.assay.engine.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.RecordType;

/** Refuses dates that cannot follow one another. What is absent or never comes is passed over. */
final class DateOrder {
    /** By the name of the type: dates of which each is not before the one to its left. */
    private static final Map<String, List<List<String>>> CHAINS = Map.of(
            "component", List.of(List.of("ordered", "obtained", "installed", "firstUse", "removed")),
            "evidence",
                    List.of(
                            List.of("issued", "validUntil"),
                            List.of("validFrom", "validUntil"),
                            List.of("issued", "ended")),
            "order", List.of(List.of("issued", "ended")),
            "Owner", List.of(List.of("from", "until")));

    private final FaultLog faults;

    DateOrder(FaultLog faults) {
        this.faults = faults;
    }

    /** Fields of a type of which each is not before the one to its left. */
    static List<List<String>> chains(RecordType type) {
        return CHAINS.getOrDefault(type.name(), List.of());
    }

    void check(RecordType type, Map<String, Object> values, Node.Fields node) {
        chains(type).forEach(chain -> check(chain, values, node));
    }

    private void check(List<String> chain, Map<String, Object> values, Node.Fields node) {
        String before = "";
        LocalDate latest = LocalDate.MIN;
        for (String field : chain) {
            if (values.get(field) instanceof LocalDate day && !day.equals(Days.NEVER)) {
                if (day.isBefore(latest)) {
                    String message = "'" + field + "' (" + day + ") lies before '" + before + "' (" + latest + ")";
                    Node at = node.fields().getOrDefault(field, node);
                    faults.add("dates-out-of-order", message, at.place(), "their order is " + String.join(", ", chain));
                }
                before = field;
                latest = day;
            }
        }
    }
}
