package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.engine.facts.Fraction;

/** A whole divided among keys, by weights that add up. Not thread-safe. */
final class Division {
    private final Map<String, Slice> slices = new HashMap<>();
    /** How many keys have the same. */
    private final Map<Part, Integer> sums = new HashMap<>();

    private final Weights keyless = new Weights();
    private final Weights openKeyless = new Weights();
    private final Set<String> missing = new TreeSet<>();
    private long unboundedKeyless;
    private boolean open;

    Division(List<Member> members, String by) {
        members.forEach(member -> add(member, by));
        slices.values().forEach(slice -> sums.merge(new Part(slice), 1, Integer::sum));
    }

    private void add(Member member, String by) {
        Slice slice = member.key()
                .map(key -> slices.computeIfAbsent(key, k -> new Slice()))
                .orElse(null);
        Crowd.Load load = member.load(by);
        Shares.note(member.missing(), missing);
        open |= load.open() > 0 || !member.certain();
        if (load.open() > 0) {
            Shares.note(load.missing(), missing);
            unboundedKeyless += slice == null ? load.open() : 0;
            if (slice != null) {
                slice.unbounded = true;
            }
        }
        if (slice == null) {
            (member.certain() ? keyless : openKeyless).add(load);
        } else if (member.certain()) {
            slice.sure.add(load);
        } else {
            slice.open.add(load);
        }
    }

    ShareValue largest() {
        List<Parts> parts =
                slices.values().stream().map(slice -> slice.sure.parts()).toList();
        return new ShareValue(least(), most(), missing, parts, sure());
    }

    private BigInteger bases() {
        return sum(Part::base);
    }

    private BigInteger sum(Function<Part, BigInteger> number) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Part, Integer> slice : sums.entrySet()) {
            sum = sum.add(number.apply(slice.getKey()).multiply(BigInteger.valueOf(slice.getValue())));
        }
        return sum;
    }

    private BigInteger top() {
        return sums.keySet().stream().map(Part::base).reduce(BigInteger.ZERO, BigInteger::max);
    }

    private BigInteger sure() {
        return bases().add(keyless.sum());
    }

    private boolean isUnbounded() {
        return unboundedKeyless > 0 || sums.keySet().stream().anyMatch(Part::unbounded);
    }

    /** Every component of which the key is missing has the same one. */
    private Fraction most() {
        if (isUnbounded()) {
            return Fraction.ONE;
        }
        BigInteger all = bases();
        BigInteger drifting = keyless.sum().add(openKeyless.sum());
        Fraction most = ratio(drifting, drifting.add(all));
        for (Part slice : sums.keySet()) {
            BigInteger part = slice.base().add(slice.open()).add(drifting);
            Fraction share = ratio(part, part.add(all).subtract(slice.base()));
            most = share.compareTo(most) > 0 ? share : most;
        }
        return most;
    }

    /** Every component of which the key is missing has one of its own, and what is open fills up the others. */
    private Fraction least() {
        BigInteger base = top().max(BigInteger.valueOf(keyless.greatest()));
        if (base.signum() == 0) {
            return Fraction.ZERO;
        }
        Filling filling = new Filling();
        Fraction least = ratio(base, filling.upTo(base));
        while (filling.hasNext()) {
            BigInteger limit = filling.next();
            Fraction share = ratio(limit, filling.upTo(limit));
            least = share.compareTo(least) < 0 ? share : least;
        }
        return least;
    }

    /** The whole where nobody has more than a limit, for rising limits. */
    private final class Filling {
        private final List<Part> bounded = sums.keySet().stream()
                .filter(slice -> !slice.unbounded())
                .sorted(Comparator.comparing(Part::most))
                .toList();
        private final long[] weights = openKeyless.sorted();
        private BigInteger filled = keyless.sum().add(BigInteger.valueOf(openKeyless.ones()));
        private long above = unboundedKeyless
                + sums.values().stream().mapToLong(Integer::longValue).sum();
        private int slice;
        private int weight;

        BigInteger upTo(BigInteger limit) {
            for (; slice < bounded.size() && bounded.get(slice).most().compareTo(limit) <= 0; slice++) {
                int times = sums.getOrDefault(bounded.get(slice), 0);
                filled = filled.add(bounded.get(slice).most().multiply(BigInteger.valueOf(times)));
                above -= times;
            }
            for (; hasNext() && next().compareTo(limit) <= 0; weight++) {
                filled = filled.add(next());
            }
            return filled.add(limit.multiply(BigInteger.valueOf(above)));
        }

        /** Whether what is open has a weight beyond the last limit. */
        boolean hasNext() {
            return weight < weights.length;
        }

        BigInteger next() {
            return BigInteger.valueOf(weights[weight]);
        }
    }

    ShareValue concentration() {
        BigInteger squares = sum(slice -> square(slice.base()));
        BigInteger apart = squares.add(keyless.squares());
        BigInteger whole = sure();
        if (!open) {
            BigInteger joined = top().add(keyless.sum());
            BigInteger together = squares.subtract(square(top())).add(square(joined));
            BigInteger square = square(whole);
            return new ShareValue(ratio(apart, square), ratio(together, square), missing, List.of(), whole);
        }
        BigInteger most = whole.add(openKeyless.sum()).add(sum(Part::open));
        Fraction low = isUnbounded() ? Fraction.ZERO : ratio(apart, square(most));
        return new ShareValue(low, most(), missing, List.of(), whole);
    }

    private static BigInteger square(BigInteger weight) {
        return weight.multiply(weight);
    }

    private static Fraction ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? Fraction.ZERO : new Fraction(part, whole);
    }

    /** What one key has. */
    private static final class Slice {
        private final Weights sure = new Weights();
        private final Sum open = new Sum();
        private boolean unbounded;
    }

    /** The same, added up. */
    private record Part(BigInteger base, BigInteger open, boolean unbounded) {
        Part(Slice slice) {
            this(slice.sure.sum(), slice.open.total(), slice.unbounded);
        }

        BigInteger most() {
            return base.add(open);
        }
    }
}
