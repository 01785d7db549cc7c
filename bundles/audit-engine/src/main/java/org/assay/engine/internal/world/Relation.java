package org.assay.engine.internal.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Fraction;

/**
 * Whether two are related: one holds more than a part of the other's capital, or a third more than that of both. Control
 * counts as holding all of it.
 */
final class Relation {
    /** Suppliers looked at for one answer; beyond, it is open. */
    private static final int MAX_LOOKS = 100_000;

    private final Fraction limit;
    private final Function<FactView, Register> registers;
    private final BiFunction<Owner, FactView, Interval> interests;
    private final Set<String> missing = new TreeSet<>();
    private final Map<String, Map<String, Owner>> above = new HashMap<>();
    private boolean related;
    private int looks;

    /**
     * A question.
     *
     * @param interests what an owner has of others
     */
    Relation(Fraction limit, Function<FactView, Register> registers, BiFunction<Owner, FactView, Interval> interests) {
        this.limit = limit;
        this.registers = registers;
        this.interests = interests;
    }

    /** A Boolean, or unknown where a gap matters. */
    Object answer() {
        return related ? (Object) true : missing.isEmpty() ? (Object) false : Unknown.of(Interval.some(missing));
    }

    /** Whether an owner holds more than that of a supplier. */
    void held(Owner owner, FactView supplier) {
        note(over(owner, supplier));
    }

    /** Whether a supplier that may be meant holds more than that of another, or a third of both. */
    void with(FactView member, Truth meant, String doubt, FactView supplier) {
        List<Object> answers = new ArrayList<>();
        answers.add(over(new Owner.Supplier(member.id()), supplier));
        answers.add(over(new Owner.Supplier(supplier.id()), member));
        if (!answers.contains(true)) {
            thirds(member, supplier, answers);
        }
        Object answer = answers.contains(true) ? true : first(answers);
        note(meant == Truth.TRUE || Boolean.FALSE.equals(answer) ? answer : Unknown.of(doubt));
    }

    private static Object first(List<Object> answers) {
        Set<String> open = new TreeSet<>();
        answers.forEach(answer -> Unknown.paths(answer).ifPresent(open::addAll));
        return answers.stream().anyMatch(Unknown.class::isInstance) ? Unknown.of(open) : (Object) false;
    }

    private void thirds(FactView first, FactView second, List<Object> answers) {
        Object strangerFirst = over(new Owner.Stranger(), first);
        Object strangerSecond = over(new Owner.Stranger(), second);
        answers.add(both(strangerFirst, strangerSecond));
        Map<String, Owner> ofFirst = above(first);
        Map<String, Owner> ofSecond = above(second);
        Map<String, Owner> all = new LinkedHashMap<>(ofFirst);
        all.putAll(ofSecond);
        all.remove(first.subject());
        all.remove(second.subject());
        for (Map.Entry<String, Owner> third : all.entrySet()) {
            boolean inFirst = ofFirst.containsKey(third.getKey()) || strangerFirst instanceof Unknown;
            boolean inSecond = ofSecond.containsKey(third.getKey()) || strangerSecond instanceof Unknown;
            looks += ofFirst.size() + ofSecond.size();
            if (looks > MAX_LOOKS) {
                answers.add(Unknown.of(List.of(first.path("owners"), second.path("owners"))));
                return;
            }
            if (inFirst && inSecond) {
                answers.add(both(over(third.getValue(), first), over(third.getValue(), second)));
            }
        }
    }

    private static Object both(Object first, Object second) {
        if (Boolean.FALSE.equals(first) || Boolean.FALSE.equals(second)) {
            return false;
        }
        return first instanceof Unknown || second instanceof Unknown ? first(List.of(first, second)) : (Object) true;
    }

    /** Everybody known who stands above a supplier, and itself. */
    private Map<String, Owner> above(FactView supplier) {
        return above.computeIfAbsent(supplier.id(), id -> {
            Map<String, Owner> owners = new LinkedHashMap<>();
            for (List<FactView> group :
                    Circuits.from(supplier, one -> registers.apply(one).suppliers())) {
                for (FactView one : group) {
                    owners.put(one.subject(), new Owner.Supplier(one.id()));
                    registers.apply(one).stakes().stream()
                            .map(Stake::holder)
                            .filter(holder -> holder.isNamed() && holder.supplier() == null)
                            .forEach(holder -> owners.put(holder.key(), new Owner.Other(holder.key())));
                }
            }
            return owners;
        });
    }

    private Object over(Owner owner, FactView supplier) {
        return interests.apply(owner, supplier).over(limit);
    }

    private void note(Object answer) {
        related |= Boolean.TRUE.equals(answer);
        Unknown.paths(answer).ifPresent(missing::addAll);
    }
}
