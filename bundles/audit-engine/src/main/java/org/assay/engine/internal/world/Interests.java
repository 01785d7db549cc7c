package org.assay.engine.internal.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Fraction;
import org.assay.engine.internal.world.Stake.Right;

/**
 * What one owner has of a supplier: the links of a path that meets nobody twice are multiplied, one that gives control
 * counts as all of it, the paths are added. Above a supplier on no circle nothing depends on the path, so each such
 * supplier is looked at once, also for other suppliers below it; on a circle every path is followed, within limits beyond
 * which anything may be. Not thread-safe.
 */
final class Interests {
    private static final int MAX_CIRCLE = 40;
    private static final int MAX_STEPS = 20_000;

    /** Exact arithmetic takes longer with larger numbers. */
    private static final int BITS_PER_STEP = 32;

    private final Owner owner;
    private final Right right;
    private final Function<FactView, Register> registers;
    private final Map<String, Interval> settled = new HashMap<>();
    private int steps;

    Interests(Owner owner, Right right, Function<FactView, Register> registers) {
        this.owner = owner;
        this.right = right;
        this.registers = registers;
    }

    /** What the owner has of a supplier; of itself, all. */
    Interval of(FactView supplier) {
        if (!settled.containsKey(supplier.id())) {
            settle(supplier);
        }
        return settled.get(supplier.id()).atMostAll();
    }

    /** For how many suppliers it is known. */
    int size() {
        return settled.size();
    }

    private void settle(FactView supplier) {
        for (List<FactView> group : Circuits.from(supplier, this::above)) {
            steps = 0;
            Set<String> circle = group.stream().map(FactView::id).collect(Collectors.toSet());
            for (FactView one : group) {
                Interval held = settle(one, circle);
                one.world().meter().work(1 + held.bits() / BITS_PER_STEP);
                settled.put(one.id(), held);
            }
        }
    }

    private List<FactView> above(FactView supplier) {
        return owner.is(supplier) == Truth.TRUE
                ? List.of()
                : registers.apply(supplier).suppliers().stream()
                        .filter(holder -> !settled.containsKey(holder.id()))
                        .toList();
    }

    private Interval settle(FactView supplier, Set<String> circle) {
        if (circle.size() > MAX_CIRCLE) {
            return Interval.open(supplier.path("owners"));
        }
        try {
            return held(supplier, circle, new HashSet<>());
        } catch (TooManyPaths tooMany) {
            return Interval.open(supplier.path("owners"));
        }
    }

    private Interval held(FactView supplier, Set<String> circle, Set<String> met) {
        Truth own = owner.is(supplier);
        if (own == Truth.TRUE) {
            return Interval.ALL;
        }
        Register register = registers.apply(supplier);
        steps += circle.size() > 1 ? 1 + register.stakes().size() : 0;
        if (steps > MAX_STEPS) {
            throw new TooManyPaths();
        }
        met.add(supplier.id());
        Interval held = register.held(right, holder -> of(holder, circle, met));
        met.remove(supplier.id());
        return own == Truth.FALSE ? held : perhapsAll(held, supplier);
    }

    /** A supplier that may be the owner itself. */
    private static Interval perhapsAll(Interval held, FactView supplier) {
        Set<String> missing = new HashSet<>(held.missing());
        missing.add(supplier.path("group"));
        Fraction high = held.high().compareTo(Fraction.ONE) > 0 ? held.high() : Fraction.ONE;
        return new Interval(held.low(), high, Interval.some(missing));
    }

    private Interval of(Holder holder, Set<String> circle, Set<String> met) {
        FactView supplier = holder.supplier();
        if (supplier == null) {
            return switch (owner.isOther(holder)) {
                case TRUE -> Interval.ALL;
                case UNKNOWN -> new Interval(Fraction.ZERO, Fraction.ONE, Set.of());
                default -> Interval.NOTHING;
            };
        }
        if (met.contains(supplier.id())) {
            return Interval.NOTHING;
        }
        return circle.contains(supplier.id()) ? held(supplier, circle, met) : settled.get(supplier.id());
    }

    /** More than can be followed. */
    private static final class TooManyPaths extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyPaths() {
            super("too many paths", null, false, false);
        }
    }
}
