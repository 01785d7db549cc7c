package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Fraction;

/**
 * Which components to replace, by others of the same weight that do not count, so that a share comes under its limit: the
 * fewest there can be. Where facts are missing the share is taken as low as it may be, so that no list does with fewer.
 * Names components, so it is given members of one component each, as the interpreter makes them.
 */
public final class Swaps {
    private static final String SITES = "sites";

    private final Fraction limit;
    private final boolean allowed;
    private final Comparator<String> soonest;

    /**
     * Plans for one limit.
     *
     * @param allowed whether exactly the limit is allowed
     * @param soonest which of two components that weigh the same is replaced first
     */
    public Swaps(Fraction limit, boolean allowed, Comparator<String> soonest) {
        this.limit = limit;
        this.allowed = allowed;
        this.soonest = soonest;
    }

    /**
     * A component to replace.
     *
     * @param component its id
     * @param weight what it counts; for shares of sites, 1 for all of its site
     */
    public record Swap(String component, BigInteger weight) {}

    /**
     * A way under a limit.
     *
     * @param key whose share it is, of the largest one; empty otherwise
     * @param share before
     * @param after the share when all is done
     * @param swaps in order
     * @param missing the missing facts that leave the share open; none where it is exact
     */
    public record Plan(String key, Fraction share, Fraction after, List<Swap> swaps, Set<String> missing) {
        public Plan {
            swaps = List.copyOf(swaps);
            missing = Set.copyOf(missing);
        }
    }

    /** What is replaced together and weighs something as a whole: a component, or what stands at a site. */
    private record Unit(BigInteger weight, List<String> components) {}

    /** A plan for each share of a group that is over the limit. */
    public List<Plan> of(Measures measures, String measure, List<String> group, String by, boolean largest) {
        return plans(measures.members(measure, group), by, largest);
    }

    List<Plan> plans(List<Member> members, String by, boolean largest) {
        SortedMap<String, List<Member>> parts = new TreeMap<>();
        members.stream()
                .filter(member -> largest ? member.certain() : member.surelyMatches())
                .forEach(member -> (largest ? member.key() : Optional.of(""))
                        .ifPresent(key -> parts.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(member)));
        BigInteger whole = by.equals(SITES) ? sites(members) : whole(members, by, largest);
        List<Plan> plans = new ArrayList<>();
        parts.forEach((key, some) -> {
            Plan plan = plan(key, units(some, by), whole, missing(members, by));
            if (!plan.swaps().isEmpty()) {
                plans.add(plan);
            }
        });
        return plans;
    }

    private Plan plan(String key, List<Unit> units, BigInteger whole, Set<String> missing) {
        BigInteger before = sum(units);
        List<Unit> chosen = choose(units, before, whole);
        List<Swap> swaps = new ArrayList<>();
        for (Unit unit : chosen) {
            unit.components().forEach(component -> swaps.add(new Swap(component, unit.weight())));
        }
        return new Plan(key, ratio(before, whole), ratio(before.subtract(sum(chosen)), whole), swaps, missing);
    }

    /** The heaviest first: no other choice of as many takes more away. Of those that weigh the same as the last, the soonest. */
    private List<Unit> choose(List<Unit> units, BigInteger before, BigInteger whole) {
        List<Unit> heaviest = new ArrayList<>(units);
        heaviest.sort(Comparator.comparing(Unit::weight).reversed());
        BigInteger rest = before;
        int needed = 0;
        while (needed < heaviest.size() && isOver(rest, whole)) {
            rest = rest.subtract(heaviest.get(needed).weight());
            needed++;
        }
        if (needed == 0) {
            return List.of();
        }
        BigInteger last = heaviest.get(needed - 1).weight();
        List<Unit> chosen = new ArrayList<>();
        List<Unit> equal = new ArrayList<>();
        for (Unit unit : heaviest) {
            int order = unit.weight().compareTo(last);
            (order > 0 ? chosen : order == 0 ? equal : new ArrayList<Unit>()).add(unit);
        }
        equal.sort(Comparator.comparing((Unit unit) -> unit.components().size())
                .thenComparing(unit -> unit.components().get(0), soonest));
        chosen.addAll(equal.subList(0, needed - chosen.size()));
        return chosen;
    }

    private boolean isOver(BigInteger part, BigInteger whole) {
        int order = part.multiply(limit.denominator()).compareTo(whole.multiply(limit.numerator()));
        return part.signum() > 0 && (allowed ? order > 0 : order >= 0);
    }

    private List<Unit> units(List<Member> members, String by) {
        return by.equals(SITES)
                ? bySite(members)
                : members.stream()
                        .filter(member -> member.load(by).open() == 0)
                        .map(member -> new Unit(weight(member, by), List.of(member.component())))
                        .toList();
    }

    private List<Unit> bySite(List<Member> members) {
        SortedMap<Integer, List<String>> bySite = new TreeMap<>();
        for (Member member : members) {
            for (int site : member.crowd().places().sites()) {
                bySite.computeIfAbsent(site, any -> new ArrayList<>()).add(member.component());
            }
        }
        bySite.values().forEach(components -> components.sort(soonest));
        return bySite.values().stream()
                .map(components -> new Unit(BigInteger.ONE, components))
                .toList();
    }

    /** The whole where the share is as low as it may be. */
    private static BigInteger whole(List<Member> members, String by, boolean largest) {
        Sum whole = new Sum();
        members.stream()
                .filter(member -> largest || member.surelyMatches() || member.match() != Truth.TRUE)
                .forEach(member -> whole.add(member.load(by)));
        return whole.total();
    }

    private static BigInteger weight(Member member, String by) {
        Sum weight = new Sum();
        weight.add(member.load(by));
        return weight.total();
    }

    /** A component without a site may stand at one of its own. */
    private static BigInteger sites(List<Member> members) {
        Set<Integer> known = new HashSet<>();
        long open = 0;
        for (Member member : members) {
            Crowd.Places places = member.crowd().places();
            Arrays.stream(places.sites()).forEach(known::add);
            open += places.open();
        }
        return BigInteger.valueOf(known.size() + open);
    }

    private static Set<String> missing(List<Member> members, String by) {
        Set<String> missing = new TreeSet<>();
        for (Member member : members) {
            missing.addAll(member.missing());
            missing.addAll(
                    by.equals(SITES)
                            ? member.crowd().places().missing()
                            : member.load(by).missing());
            if (missing.size() >= Shares.MAX_MISSING) {
                break;
            }
        }
        return missing;
    }

    private static BigInteger sum(Collection<Unit> units) {
        return units.stream().map(Unit::weight).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Fraction ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? Fraction.ZERO : new Fraction(part, whole);
    }
}
