package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Fraction;

/**
 * The share of what matches in a whole, by a weight. What is missing is taken once so that the share is least, once so
 * that it is greatest: an unknown part counts against, then for it; an unknown weight is 0 or without bound.
 */
final class Shares {
    /** Enough to act on; a thousand more would tell nothing new. */
    static final int MAX_MISSING = 20;

    private final String by;
    private final Set<String> missing = new TreeSet<>();
    private final List<BigInteger> parts = new ArrayList<>();
    private BigInteger surePart = BigInteger.ZERO;
    private BigInteger openPart = BigInteger.ZERO;
    private BigInteger openRest = BigInteger.ZERO;
    private BigInteger sureRest = BigInteger.ZERO;
    private boolean partUnbounded;
    private boolean restUnbounded;

    private Shares(String by) {
        this.by = by;
    }

    static ShareValue of(List<Member> members, String by) {
        if (by.equals("sites")) {
            return ofSites(members);
        }
        Shares shares = new Shares(by);
        members.forEach(shares::add);
        return shares.value();
    }

    private void add(Member member) {
        note(member.missing());
        BigInteger weight = member.weight(by).orElse(null);
        if (weight == null) {
            note(Set.of(member.weightPath(by)));
            partUnbounded |= member.mayMatch();
            restUnbounded |= !member.surelyMatches() && member.match() != Truth.TRUE;
            return;
        }
        if (member.surelyMatches()) {
            surePart = surePart.add(weight);
            parts.add(weight);
        } else if (member.mayMatch()) {
            openPart = openPart.add(weight);
            openRest = member.match() == Truth.TRUE ? openRest : openRest.add(weight);
        } else if (member.certain()) {
            sureRest = sureRest.add(weight);
        } else {
            openRest = openRest.add(weight);
        }
    }

    private void note(Set<String> paths) {
        paths.stream().limit(Math.max(0, MAX_MISSING - missing.size())).forEach(missing::add);
    }

    private ShareValue value() {
        Fraction low = restUnbounded
                ? Fraction.ZERO
                : ratio(surePart, surePart.add(sureRest).add(openRest));
        BigInteger most = surePart.add(openPart);
        Fraction high = partUnbounded ? Fraction.ONE : ratio(most, most.add(sureRest));
        parts.sort(Comparator.reverseOrder());
        return new ShareValue(low, high, missing, List.of(parts), surePart.add(sureRest));
    }

    /** A share of nothing is 0. */
    private static Fraction ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? Fraction.ZERO : new Fraction(part, whole);
    }

    /** Distinct sites: a site with several makers counts for each, so these shares need not add up to 1. */
    private static ShareValue ofSites(List<Member> members) {
        Set<String> sure = new HashSet<>();
        Set<String> may = new HashSet<>();
        Set<String> all = new HashSet<>();
        Set<String> certain = new HashSet<>();
        Set<String> missing = new TreeSet<>();
        for (Member member : members) {
            String site = member.site().orElse(null);
            if (site == null || !member.missing().isEmpty()) {
                missing.addAll(site == null ? Set.of(member.component().path("site")) : member.missing());
            }
            // A component without a site may stand at one of its own
            String place = site == null ? "?" + member.component().id() : site;
            all.add(place);
            addIf(member.surelyMatches() && site != null, sure, place);
            addIf(member.mayMatch(), may, place);
            addIf(member.certain() && site != null, certain, place);
        }
        Set<String> least = new HashSet<>(certain);
        least.addAll(may);
        Fraction low = ratio(BigInteger.valueOf(sure.size()), BigInteger.valueOf(all.size()));
        Fraction high = ratio(BigInteger.valueOf(may.size()), BigInteger.valueOf(least.size()));
        List<BigInteger> parts = sure.stream().map(site -> BigInteger.ONE).toList();
        Set<String> some = new TreeSet<>(missing.stream().limit(MAX_MISSING).toList());
        return new ShareValue(low, high, some, List.of(parts), BigInteger.valueOf(all.size()));
    }

    private static void addIf(boolean condition, Set<String> sites, String site) {
        if (condition) {
            sites.add(site);
        }
    }
}
