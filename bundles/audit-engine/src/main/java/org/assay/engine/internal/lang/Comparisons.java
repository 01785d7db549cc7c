package org.assay.engine.internal.lang;

import java.util.List;
import java.util.Set;
import org.assay.engine.facts.Fraction;
import org.assay.engine.internal.measure.CountValue;
import org.assay.engine.internal.measure.Parts;
import org.assay.engine.internal.measure.ShareValue;
import org.assay.engine.internal.world.Interval;

/** Shares and counts against limits; a share that is a plain fact is exactly known. */
final class Comparisons {
    private Comparisons() {}

    static Object over(Object share, Object part, Object whole) {
        return share(share).over(Fraction.of((Long) part, (Long) whole));
    }

    static Object over(Object share, Object limit) {
        return share(share).over(exact(limit));
    }

    static Object reaches(Object share, Object part, Object whole) {
        return share(share).reaches(Fraction.of((Long) part, (Long) whole));
    }

    static Object reaches(Object share, Object limit) {
        return share(share).reaches(exact(limit));
    }

    static Object swapsTo(Object share, Object part, Object whole) {
        return share(share).swapsTo(Fraction.of((Long) part, (Long) whole));
    }

    static Object countOver(Object count, long limit) {
        return ((CountValue) count).over(limit);
    }

    static Object countReaches(Object count, long limit) {
        return ((CountValue) count).reaches(limit);
    }

    private static ShareValue share(Object value) {
        if (value instanceof ShareValue share) {
            return share;
        }
        if (value instanceof Interval interest) {
            return ShareValue.of(interest);
        }
        Fraction exact = (Fraction) value;
        return new ShareValue(exact, exact, Set.of(), List.of(Parts.of(exact.numerator())), exact.denominator());
    }

    private static Fraction exact(Object limit) {
        if (limit instanceof Fraction fraction) {
            return fraction;
        }
        throw new IllegalArgumentException("a limit is an option or a fact, not a measure");
    }
}
