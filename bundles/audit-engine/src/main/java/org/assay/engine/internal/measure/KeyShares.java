package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
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
                + members.stream().filter(member -> member.value() == null).count();
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
        List<List<BigInteger>> parts = new ArrayList<>();
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

    /** What one key has. */
    private static final class Slice {
        private final List<BigInteger> sure = new ArrayList<>();
        private BigInteger open = BigInteger.ZERO;
        private boolean unbounded;

        BigInteger base() {
            return sum(sure);
        }

        /** The most of it that is no more than a limit, which its base does not exceed. */
        BigInteger upTo(BigInteger limit) {
            return unbounded ? limit : base().add(open).min(limit);
        }
    }

    private static BigInteger sum(List<BigInteger> weights) {
        return weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger squares(Stream<BigInteger> weights) {
        return weights.map(weight -> weight.multiply(weight)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Fraction ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? Fraction.ZERO : new Fraction(part, whole);
    }

    /** A whole by weights that add up. */
    private static final class Division {
        private final SortedMap<String, Slice> slices = new TreeMap<>();
        private final List<BigInteger> keyless = new ArrayList<>();
        private final List<BigInteger> openKeyless = new ArrayList<>();
        private final Set<String> missing = new TreeSet<>();
        private long unboundedKeyless;
        private boolean open;

        Division(List<Member> members, String by) {
            members.forEach(member -> add(member, by));
        }

        private void add(Member member, String by) {
            Slice slice = member.key()
                    .map(key -> slices.computeIfAbsent(key, k -> new Slice()))
                    .orElse(null);
            BigInteger weight = member.weight(by).orElse(null);
            note(member.missing());
            open |= weight == null || !member.certain();
            if (weight == null) {
                note(Set.of(member.weightPath(by)));
                unboundedKeyless += slice == null ? 1 : 0;
                if (slice != null) {
                    slice.unbounded = true;
                }
            } else if (slice == null) {
                (member.certain() ? keyless : openKeyless).add(weight);
            } else if (member.certain()) {
                slice.sure.add(weight);
            } else {
                slice.open = slice.open.add(weight);
            }
        }

        private void note(Set<String> paths) {
            paths.stream()
                    .limit(Math.max(0, Shares.MAX_MISSING - missing.size()))
                    .forEach(missing::add);
        }

        ShareValue largest() {
            List<List<BigInteger>> parts = slices.values().stream()
                    .map(slice -> slice.sure.stream()
                            .sorted(Comparator.reverseOrder())
                            .toList())
                    .toList();
            return new ShareValue(least(), most(), missing, parts, sure());
        }

        private BigInteger sure() {
            return sum(slices.values().stream().map(Slice::base).toList()).add(sum(keyless));
        }

        /** Every component of which the key is missing has the same one. */
        private Fraction most() {
            BigInteger all = sum(slices.values().stream().map(Slice::base).toList());
            BigInteger drifting = sum(keyless).add(sum(openKeyless));
            boolean unbounded = unboundedKeyless > 0 || slices.values().stream().anyMatch(slice -> slice.unbounded);
            if (unbounded) {
                return Fraction.ONE;
            }
            Fraction most = ratio(drifting, drifting.add(all));
            for (Slice slice : slices.values()) {
                BigInteger part = slice.base().add(slice.open).add(drifting);
                Fraction share = ratio(part, part.add(all).subtract(slice.base()));
                most = share.compareTo(most) > 0 ? share : most;
            }
            return most;
        }

        /** Every component of which the key is missing has one of its own, and what is open fills up the others. */
        private Fraction least() {
            BigInteger base = Stream.concat(slices.values().stream().map(Slice::base), keyless.stream())
                    .reduce(BigInteger.ZERO, BigInteger::max);
            if (base.signum() == 0) {
                return Fraction.ZERO;
            }
            Fraction least = ratio(base, filled(base));
            for (BigInteger limit : openKeyless) {
                Fraction share = limit.compareTo(base) > 0 ? ratio(limit, filled(limit)) : least;
                least = share.compareTo(least) < 0 ? share : least;
            }
            return least;
        }

        /** The whole where nobody has more than a limit. */
        private BigInteger filled(BigInteger limit) {
            BigInteger whole = sum(keyless).add(limit.multiply(BigInteger.valueOf(unboundedKeyless)));
            for (Slice slice : slices.values()) {
                whole = whole.add(slice.upTo(limit));
            }
            return whole.add(sum(openKeyless.stream()
                    .filter(weight -> weight.compareTo(limit) <= 0)
                    .toList()));
        }

        ShareValue concentration() {
            List<BigInteger> bases = slices.values().stream().map(Slice::base).toList();
            BigInteger apart = squares(Stream.concat(bases.stream(), keyless.stream()));
            BigInteger whole = sure();
            if (!open) {
                BigInteger top = bases.stream().reduce(BigInteger.ZERO, BigInteger::max);
                BigInteger joined = top.add(sum(keyless));
                BigInteger together =
                        squares(bases.stream()).subtract(top.multiply(top)).add(joined.multiply(joined));
                BigInteger square = whole.multiply(whole);
                return new ShareValue(ratio(apart, square), ratio(together, square), missing, List.of(), whole);
            }
            boolean unbounded = unboundedKeyless > 0 || slices.values().stream().anyMatch(slice -> slice.unbounded);
            BigInteger most = whole.add(sum(openKeyless))
                    .add(sum(slices.values().stream().map(slice -> slice.open).toList()));
            Fraction low = unbounded ? Fraction.ZERO : ratio(apart, most.multiply(most));
            return new ShareValue(low, most(), missing, List.of(), whole);
        }
    }
}
