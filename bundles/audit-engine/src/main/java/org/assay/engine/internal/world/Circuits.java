package org.assay.engine.internal.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds which suppliers hold one another in circles: strongly connected groups, each after all that stand above it.
 * Without recursion, since chains may be long.
 */
final class Circuits {
    private final Function<FactView, List<FactView>> above;
    private final Map<String, Integer> number = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Map<String, Boolean> open = new HashMap<>();
    private final Deque<FactView> stack = new ArrayDeque<>();
    private final List<List<FactView>> groups = new ArrayList<>();

    private Circuits(Function<FactView, List<FactView>> above) {
        this.above = above;
    }

    /** One supplier whose holders are being looked at. */
    private record Step(FactView supplier, Iterator<FactView> holders) {}

    /** The groups from a supplier upwards, the uppermost first. */
    static List<List<FactView>> from(FactView start, Function<FactView, List<FactView>> above) {
        Circuits circuits = new Circuits(above);
        circuits.walk(start);
        return circuits.groups;
    }

    private void walk(FactView start) {
        Deque<Step> steps = new ArrayDeque<>();
        steps.push(enter(start));
        while (!steps.isEmpty()) {
            Step step = steps.peek();
            String id = step.supplier().id();
            if (step.holders().hasNext()) {
                FactView holder = step.holders().next();
                if (!number.containsKey(holder.id())) {
                    steps.push(enter(holder));
                } else if (open.get(holder.id())) {
                    lowest.merge(id, number.get(holder.id()), Math::min);
                }
            } else {
                steps.pop();
                if (!steps.isEmpty()) {
                    lowest.merge(steps.peek().supplier().id(), lowest.get(id), Math::min);
                }
                close(id);
            }
        }
    }

    private Step enter(FactView supplier) {
        int next = number.size();
        number.put(supplier.id(), next);
        lowest.put(supplier.id(), next);
        open.put(supplier.id(), true);
        stack.push(supplier);
        return new Step(supplier, above.apply(supplier).iterator());
    }

    private void close(String id) {
        if (!lowest.get(id).equals(number.get(id))) {
            return;
        }
        List<FactView> group = new ArrayList<>();
        FactView member;
        do {
            member = stack.pop();
            open.put(member.id(), false);
            group.add(member);
        } while (!member.id().equals(id));
        groups.add(group);
    }
}
