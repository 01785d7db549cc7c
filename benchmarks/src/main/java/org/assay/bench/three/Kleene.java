package org.assay.bench.three;

/** Three truths as numbers: and is the smaller, or the larger. Days are numbers, and one that is missing is {@link #GAP}. */
final class Kleene {
    static final int FALSE = 0;
    static final int UNKNOWN = 1;
    static final int TRUE = 2;

    /** A day that is missing. */
    static final int GAP = Integer.MIN_VALUE;

    private Kleene() {}

    static int of(boolean known) {
        return known ? TRUE : FALSE;
    }

    static int not(int truth) {
        return 2 - truth;
    }

    /** Whether a day is before another or that day. */
    static int upTo(int day, int other) {
        return day == GAP | other == GAP ? UNKNOWN : of(day <= other);
    }

    /** Whether a day is before another. */
    static int before(int day, int other) {
        return day == GAP | other == GAP ? UNKNOWN : of(day < other);
    }

    /** Whether one of a list's bits is among those that hold, or may be. */
    static int any(boolean known, long bits, long hold, long open) {
        if (!known) {
            return UNKNOWN;
        }
        return (bits & hold) != 0 ? TRUE : (bits & open) != 0 ? UNKNOWN : FALSE;
    }
}
