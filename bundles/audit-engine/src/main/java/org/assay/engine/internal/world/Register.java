package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Fraction;
import org.assay.engine.internal.world.Stake.Right;
import org.jspecify.annotations.Nullable;

/** Who holds what of one supplier on one day. A list of owners that is there is complete. Immutable. */
final class Register {
    private final String path;
    private final boolean known;
    private final List<Stake> stakes;
    private final Fraction equityLeft;
    private final Fraction votesLeft;

    private Register(String path, boolean known, List<Stake> stakes) {
        this.path = path;
        this.known = known;
        this.stakes = List.copyOf(stakes);
        this.equityLeft = left(stakes, Right.EQUITY);
        this.votesLeft = left(stakes, Right.VOTES);
    }

    static Register of(FactView supplier, LocalDate day) {
        String path = supplier.path("owners");
        if (!(supplier.read("owners") instanceof List<?> owners)) {
            return new Register(path, false, List.of());
        }
        Map<String, Stake> named = new LinkedHashMap<>();
        List<Stake> others = new ArrayList<>();
        for (Object one : owners) {
            FactView owner = (FactView) one;
            if (owner.facts().filter(facts -> holdsOn(facts, day)).isPresent()) {
                Stake stake = Stake.of(owner);
                if (stake.holder().isNamed()) {
                    named.merge(stake.holder().sort() + stake.holder().key(), stake, Stake::and);
                } else {
                    others.add(stake);
                }
            }
        }
        others.addAll(named.values());
        return new Register(path, true, others);
    }

    private static boolean holdsOn(FactRecord owner, LocalDate day) {
        boolean begun =
                owner.get("from").map(from -> !((LocalDate) from).isAfter(day)).orElse(true);
        boolean over = owner.get("until")
                .map(until -> ((LocalDate) until).isBefore(day))
                .orElse(false);
        return begun && !over;
    }

    /** The path of the list; missing if that is. */
    String path() {
        return path;
    }

    /** Whether there is such a list. */
    boolean isKnown() {
        return known;
    }

    List<Stake> stakes() {
        return stakes;
    }

    /** The supplier that controls it, where that is sure and nobody else may; null otherwise. */
    @Nullable
    FactView onlyController() {
        FactView only = null;
        for (Stake stake : stakes) {
            Truth control = controls(stake);
            boolean sure =
                    control == Truth.TRUE && only == null && stake.holder().supplier() != null;
            if (control != Truth.FALSE && !sure) {
                return null;
            }
            only = sure ? stake.holder().supplier() : only;
        }
        return known ? only : null;
    }

    /** The suppliers that surely control it. */
    List<FactView> controllers() {
        return stakes.stream()
                .filter(stake -> controls(stake) == Truth.TRUE)
                .map(stake -> Optional.ofNullable(stake.holder().supplier()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a stake of it gives control. */
    Truth controls(Stake stake) {
        return stake.controls(rest(Right.VOTES));
    }

    /** What is left for those whose shares are missing; all, where the known ones add up to more than the whole. */
    private static Fraction left(List<Stake> stakes, Right right) {
        Fraction sum = stakes.stream().map(stake -> stake.known(right)).reduce(Fraction.ZERO, Fraction::plus);
        return sum.compareTo(Fraction.ONE) > 0 ? Fraction.ONE : Interval.minus(Fraction.ONE, sum);
    }

    private Fraction rest(Right right) {
        return right == Right.EQUITY ? equityLeft : votesLeft;
    }

    /** A part whose size is missing: how much it may be, and what it would be worth. */
    private record Part(Fraction most, Fraction worth) {}

    /**
     * What somebody has of it, by what he has of each holder.
     *
     * @param of what he has of a holder: all of what he is himself
     */
    Interval held(Right right, Function<Holder, Interval> of) {
        if (!known) {
            return Interval.open(path);
        }
        Fraction low = Fraction.ZERO;
        Fraction high = Fraction.ZERO;
        Fraction rest = rest(right);
        List<Part> open = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        for (Stake stake : stakes) {
            Interval held = of.apply(stake.holder());
            if (held.isNothing()) {
                continue;
            }
            Truth control = controls(stake);
            Fraction least = control == Truth.TRUE ? Fraction.ONE : stake.known(right);
            low = low.plus(least.times(held.low()));
            high = high.plus(most(stake, control, right).times(held.high()));
            missing.addAll(held.missing());
            if (stake.holder().supplier() == null && !held.low().equals(held.high())) {
                missing.add(path);
            }
            if (control == Truth.UNKNOWN) {
                missing.add(stake.path() + "controls");
            } else if (control == Truth.FALSE && stake.isOpen(right)) {
                open.add(new Part(stake.most(right, rest), held.high()));
                missing.add(stake.path() + right.name().toLowerCase(Locale.ROOT));
            }
        }
        return new Interval(low, high.plus(most(open, rest)), Interval.some(missing));
    }

    private static Fraction most(Stake stake, Truth control, Right right) {
        if (control != Truth.FALSE) {
            return Fraction.ONE;
        }
        boolean dispersed = stake.holder().sort() == Holder.Sort.FLOAT;
        return dispersed ? Interval.least(stake.known(right), stake.largest()) : stake.known(right);
    }

    /** The most that parts of unknown size can be worth together: the most valuable takes as much as it can first. */
    private static Fraction most(List<Part> parts, Fraction rest) {
        Fraction worth = Fraction.ZERO;
        Fraction left = rest;
        List<Part> ranked = new ArrayList<>(parts);
        ranked.sort(Comparator.comparing(Part::worth).reversed());
        for (Part part : ranked) {
            Fraction taken = Interval.least(part.most(), left);
            worth = worth.plus(taken.times(part.worth()));
            left = Interval.minus(left, taken);
        }
        return worth;
    }

    /** The suppliers among the holders. */
    List<FactView> suppliers() {
        return stakes.stream()
                .map(stake -> Optional.ofNullable(stake.holder().supplier()))
                .flatMap(Optional::stream)
                .toList();
    }
}
