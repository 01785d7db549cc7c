package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What expressions may go over and call where certain names are in scope. */
final class RandomRanges {
    private RandomRanges() {}

    /**
     * What a loop may go over, each with the kind of what it gives after a {@code |}.
     *
     * @param day some day
     * @param evidence some kind of evidence
     */
    static List<String> of(List<RandomExpressions.Name> names, Supplier<String> day, Supplier<String> evidence) {
        List<String> ranges = new ArrayList<>(List.of("ordersFor(operator)|order", "[asOf, " + day.get() + "]|date"));
        ranges.add("reference.table.on(asOf)|row");
        ranges.add("reference.partial|row");
        ranges.add("suppliersIn(network)|supplier");
        ranges.add("evidenceFor(operator, " + evidence.get() + ")|evidence");
        for (RandomExpressions.Name name : names) {
            switch (name.kind()) {
                case "component" -> {
                    ranges.add("suppliersOf(" + name.name() + ")|supplier");
                    ranges.add("evidenceFor(" + name.name() + ", " + evidence.get() + ")|evidence");
                    ranges.add("evidenceFor(" + name.name() + ", " + evidence.get() + ")|evidence");
                    ranges.add("contractsFor(" + name.name() + ")|contract");
                    ranges.add(name.name() + ".functions|text");
                    ranges.add(name.name() + ".runsOn|component");
                    ranges.add("componentsOf(" + name.name() + ".site)|component");
                    ranges.add(name.name() + ".modules|module");
                }
                case "supplier" -> {
                    ranges.add("componentsOf(" + name.name() + ")|component");
                    ranges.add("evidenceFor(" + name.name() + ", " + evidence.get() + ")|evidence");
                }
                case "site" -> ranges.add("componentsOf(" + name.name() + ")|component");
                case "evidence" -> {
                    ranges.add("evidenceAbout(" + name.name() + ", " + evidence.get() + ")|evidence");
                    ranges.add(name.name() + ".scope.versions|text");
                    ranges.add(name.name() + ".scope.components|component");
                    ranges.add(name.name() + ".scope.suppliers|supplier");
                    ranges.add("componentsOf(" + name.name() + ")|component");
                }
                default -> {}
            }
        }
        return ranges;
    }

    /**
     * The calls of defines that fit what is in scope.
     *
     * @param day some day
     */
    static List<String> calls(List<RandomExpressions.Name> names, Set<String> defines, Supplier<String> day) {
        List<String> calls = new ArrayList<>();
        for (RandomExpressions.Name name : names) {
            if (name.kind().equals("component") && defines.contains("isC")) {
                calls.add("isC(" + name.name() + ")");
            }
            if (name.kind().equals("component") && defines.contains("onC")) {
                calls.add("onC(" + name.name() + ", " + day.get() + ")");
            }
            if (name.kind().equals("text") && defines.contains("isT")) {
                calls.add("isT(" + name.name() + ")");
            }
        }
        return calls;
    }
}
