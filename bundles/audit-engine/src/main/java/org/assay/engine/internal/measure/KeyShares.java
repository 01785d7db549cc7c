package org.assay.engine.internal.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Set<String> sure = new HashSet<>();
        Set<String> may = new HashSet<>();
        long keyless = 0;
        boolean any = false;
        for (Member member : members) {
            String key = member.key().orElse(null);
            any |= member.certain();
            keyless += key == null ? member.size() : 0;
            if (key != null) {
                may.add(key);
                if (member.certain()) {
                    sure.add(key);
                }
            }
        }
        return new CountValue(sure.isEmpty() && any ? 1 : sure.size(), may.size() + keyless, missing);
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
}
