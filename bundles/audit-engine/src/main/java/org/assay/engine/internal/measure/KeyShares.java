package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Fraction;
import org.assay.engine.internal.world.CelRecord;

/**
 * How a whole is divided among keys, by one weight: the share of the largest, and how concentrated it is (the sum of the
 * squares of all shares). A component of which the key is missing may have a key of its own or that of any other. Immutable.
 */
public final class KeyShares extends CelRecord {
    static final String LARGEST = "largest";
    static final String CONCENTRATION = "hhi";

    private final Map<String, ShareValue> fields;

    private KeyShares(Map<String, ShareValue> fields) {
        this.fields = new TreeMap<>(fields);
    }

    static KeyShares of(List<Member> members, String by) {
        if (by.equals("sites")) {
            return new KeyShares(Map.of(LARGEST, largestBySites(members)));
        }
        Division division = new Division(members, by);
        return new KeyShares(Map.of(LARGEST, division.largest(), CONCENTRATION, division.concentration()));
    }

    /** The keys that are there for sure. */
    static Set<String> sureKeys(List<Member> members) {
        return keys(members.stream().filter(Member::certain));
    }

    /** How many keys there are. */
    static CountValue distinct(List<Member> members, Set<String> missing) {
        int sure = sureKeys(members).size();
        long may = keys(members.stream()).size()
                + members.stream()
                        .filter(member -> member.value() == null)
                        .mapToLong(Member::size)
                        .sum();
        long least = sure == 0 && members.stream().anyMatch(Member::certain) ? 1 : sure;
        return new CountValue(least, may, missing);
    }

    private static Set<String> keys(Stream<Member> members) {
        Set<String> keys = new TreeSet<>();
        members.map(Member::key).flatMap(Optional::stream).forEach(keys::add);
        return keys;
    }

    private static ShareValue largestBySites(List<Member> members) {
        ShareValue none = Shares.of(only(members, ""), "sites");
        Fraction low = Fraction.ZERO;
        Fraction high = none.high();
        Set<String> missing = new HashSet<>(none.missing());
        List<Parts> parts = new ArrayList<>();
        for (String key : keys(members.stream())) {
            ShareValue share = Shares.of(only(members, key), "sites");
            low = share.low().compareTo(low) > 0 ? share.low() : low;
            high = share.high().compareTo(high) > 0 ? share.high() : high;
            parts.addAll(share.parts());
        }
        return new ShareValue(low, high, missing, parts, none.whole());
    }

    private static List<Member> only(List<Member> members, String key) {
        return members.stream()
                .map(member -> member.matching(member.key()
                        .map(own -> own.equals(key) ? Truth.TRUE : Truth.FALSE)
                        .orElse(Truth.UNKNOWN)))
                .toList();
    }

    /** The shares by name. */
    public Map<String, ShareValue> fields() {
        return Map.copyOf(fields);
    }

    @Override
    public Object select(String field) {
        return fields.get(field);
    }

    @Override
    public String toString() {
        return LARGEST + " " + fields.get(LARGEST);
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

        /** The most of it that is no more than a limit, which its base does not exceed. */
        BigInteger upTo(BigInteger limit) {
            return unbounded ? limit : base.add(open).min(limit);
        }
    }

    /** A whole by weights that add up. */
    private static final class Division {
        private final SortedMap<String, Slice> slices = new TreeMap<>();
        private final List<Part> sums;
        private final Weights keyless = new Weights();
        private final Weights openKeyless = new Weights();
        private final Set<String> missing = new TreeSet<>();
        private long unboundedKeyless;
        private boolean open;

        Division(List<Member> members, String by) {
            members.forEach(member -> add(member, by));
            sums = slices.values().stream().map(Part::new).toList();
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
            return sums.stream().map(Part::base).reduce(BigInteger.ZERO, BigInteger::add);
        }

        private BigInteger top() {
            return sums.stream().map(Part::base).reduce(BigInteger.ZERO, BigInteger::max);
        }

        private BigInteger sure() {
            return bases().add(keyless.sum());
        }

        private boolean isUnbounded() {
            return unboundedKeyless > 0 || sums.stream().anyMatch(Part::unbounded);
        }

        /** Every component of which the key is missing has the same one. */
        private Fraction most() {
            if (isUnbounded()) {
                return Fraction.ONE;
            }
            BigInteger all = bases();
            BigInteger drifting = keyless.sum().add(openKeyless.sum());
            Fraction most = ratio(drifting, drifting.add(all));
            for (Part slice : sums) {
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
            private final BigInteger[] totals = sums.stream()
                    .filter(slice -> !slice.unbounded())
                    .map(slice -> slice.base().add(slice.open()))
                    .sorted()
                    .toArray(BigInteger[]::new);
            private final long[] weights = openKeyless.sorted();
            private final long unbounded =
                    unboundedKeyless + sums.stream().filter(Part::unbounded).count();
            private BigInteger filled = keyless.sum().add(BigInteger.valueOf(openKeyless.ones()));
            private int total;
            private int weight;

            BigInteger upTo(BigInteger limit) {
                for (; total < totals.length && totals[total].compareTo(limit) <= 0; total++) {
                    filled = filled.add(totals[total]);
                }
                for (; hasNext() && next().compareTo(limit) <= 0; weight++) {
                    filled = filled.add(next());
                }
                return filled.add(limit.multiply(BigInteger.valueOf(unbounded + totals.length - total)));
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
            BigInteger squares =
                    sums.stream().map(slice -> square(slice.base())).reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger apart = squares.add(keyless.squares());
            BigInteger whole = sure();
            if (!open) {
                BigInteger joined = top().add(keyless.sum());
                BigInteger together = squares.subtract(square(top())).add(square(joined));
                BigInteger square = square(whole);
                return new ShareValue(ratio(apart, square), ratio(together, square), missing, List.of(), whole);
            }
            BigInteger most = sums.stream().map(Part::open).reduce(whole.add(openKeyless.sum()), BigInteger::add);
            Fraction low = isUnbounded() ? Fraction.ZERO : ratio(apart, square(most));
            return new ShareValue(low, most(), missing, List.of(), whole);
        }
    }
}
