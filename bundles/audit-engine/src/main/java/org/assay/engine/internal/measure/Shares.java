package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Collection;
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
    private final Weights surePart = new Weights();
    private final Sum openPart = new Sum();
    private final Sum openRest = new Sum();
    private final Sum sureRest = new Sum();
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
        note(member.missing(), missing);
        Crowd.Load load = member.load(by);
        if (load.open() > 0) {
            note(load.missing(), missing);
            partUnbounded |= member.mayMatch();
            restUnbounded |= !member.surelyMatches() && member.match() != Truth.TRUE;
        }
        if (member.surelyMatches()) {
            surePart.add(load);
        } else if (member.mayMatch()) {
            openPart.add(load);
            if (member.match() != Truth.TRUE) {
                openRest.add(load);
            }
        } else if (member.certain()) {
            sureRest.add(load);
        } else {
            openRest.add(load);
        }
    }

    /** Notes some of what is missing. */
    static void note(Collection<String> paths, Set<String> missing) {
        paths.stream().limit(Math.max(0, MAX_MISSING - missing.size())).forEach(missing::add);
    }

    private ShareValue value() {
        BigInteger sure = surePart.sum();
        BigInteger rest = sureRest.total();
        Fraction low =
                restUnbounded ? Fraction.ZERO : ratio(sure, sure.add(rest).add(openRest.total()));
        BigInteger most = sure.add(openPart.total());
        Fraction high = partUnbounded ? Fraction.ONE : ratio(most, most.add(rest));
        return new ShareValue(low, high, missing, List.of(surePart.parts()), sure.add(rest));
    }

    /** A share of nothing is 0. */
    private static Fraction ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? Fraction.ZERO : new Fraction(part, whole);
    }

    /** Distinct sites: a site with several makers counts for each, so these shares need not add up to 1. */
    private static ShareValue ofSites(List<Member> members) {
        Sites sure = new Sites();
        Sites may = new Sites();
        Sites all = new Sites();
        Sites least = new Sites();
        Set<String> missing = new TreeSet<>();
        for (Member member : members) {
            Crowd.Places places = member.crowd().places();
            missing.addAll(places.missing());
            missing.addAll(places.sites().length > 0 ? member.missing() : Set.of());
            // A component without a site may stand at one of its own
            all.add(places, true);
            if (member.surelyMatches()) {
                sure.add(places, false);
            }
            if (member.mayMatch()) {
                may.add(places, true);
            }
            if (member.mayMatch() || member.certain()) {
                least.add(places, member.mayMatch());
            }
        }
        Fraction low = ratio(sure.size(), all.size());
        Fraction high = ratio(may.size(), least.size());
        List<Parts> parts = List.of(new Parts(new long[0], sure.size().longValueExact()));
        Set<String> some = new TreeSet<>();
        note(missing, some);
        return new ShareValue(low, high, some, parts, all.size());
    }

    /** Different sites. */
    private static final class Sites {
        private final BitSet known = new BitSet();
        private long open;

        void add(Crowd.Places places, boolean withOpen) {
            for (int site : places.sites()) {
                known.set(site);
            }
            open += withOpen ? places.open() : 0;
        }

        BigInteger size() {
            return BigInteger.valueOf(known.cardinality() + open);
        }
    }
}
