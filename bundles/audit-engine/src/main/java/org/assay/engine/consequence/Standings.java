package org.assay.engine.consequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * How one regime stands to the components of a network that are in use; those it says nothing about it trusts.
 *
 * @param regime the regime's id
 * @param asOf the day
 * @param facts the network
 * @param byComponent by component id
 */
public record Standings(String regime, LocalDate asOf, NetworkFacts facts, SortedMap<String, Standing> byComponent) {
    private static final String IN_SERVICE = "in-service";

    public Standings {
        SortedMap<String, Standing> used = new TreeMap<>();
        byComponent.forEach((id, standing) -> facts.find(Kind.COMPONENT, id)
                .filter(component -> isUsed(component, asOf))
                .ifPresent(component -> used.put(id, standing)));
        byComponent = Collections.unmodifiableSortedMap(used);
    }

    /** Whether a component is in use, or may be: what is only planned, ordered, spare or gone is not. */
    public static boolean isUsed(FactRecord component, LocalDate day) {
        boolean other =
                component.text("status").map(word -> !word.equals(IN_SERVICE)).orElse(false);
        boolean later = component
                .get("firstUse")
                .map(first -> ((LocalDate) first).isAfter(day))
                .orElse(false);
        boolean gone = component
                .get("removed")
                .map(last -> !((LocalDate) last).isAfter(day))
                .orElse(false);
        return !other && !later && !gone;
    }

    /** How the regime stands to a component; empty where it trusts it. */
    public Optional<Standing> of(String component) {
        return Optional.ofNullable(byComponent.get(component));
    }

    /** The components of one trust, in id order. */
    public List<String> of(Trust trust) {
        List<String> some = new ArrayList<>();
        byComponent.forEach((id, standing) -> {
            if (standing.trust() == trust) {
                some.add(id);
            }
        });
        return some;
    }

    /** How many components there are of each trust. */
    public Map<Trust, Integer> counts() {
        Map<Trust, Integer> counts = new EnumMap<>(Trust.class);
        for (Trust trust : Trust.values()) {
            counts.put(trust, 0);
        }
        byComponent.values().forEach(standing -> counts.merge(standing.trust(), 1, Integer::sum));
        return counts;
    }

    /** Who sold a component and who made it: supplier, maker of the hardware, maker of the software. */
    public static Set<String> suppliersOf(FactRecord component) {
        Set<String> suppliers = new LinkedHashSet<>();
        component.text("supplier").ifPresent(suppliers::add);
        component.nested("hardware").flatMap(hardware -> hardware.text("maker")).ifPresent(suppliers::add);
        component.nested("software").flatMap(software -> software.text("maker")).ifPresent(suppliers::add);
        return suppliers;
    }
}
