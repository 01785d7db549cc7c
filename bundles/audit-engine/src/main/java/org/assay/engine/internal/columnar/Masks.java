package org.assay.engine.internal.columnar;

import org.assay.engine.eval.Truth;

/**
 * What a condition comes to for a block of subjects, a bit for each: true, unknown, or error; else false. A bit stands in
 * at most one of the three, and only where the condition was asked.
 *
 * @param yes where it is true
 * @param open where it is unknown
 * @param broken where it is an error
 */
record Masks(long[] yes, long[] open, long[] broken) {

    static Masks empty(int words) {
        return new Masks(new long[words], new long[words], new long[words]);
    }

    /** What it comes to for one, by its place; false where it was not asked. */
    Truth truth(int place) {
        long bit = 1L << place;
        int word = place / Long.SIZE;
        return (yes[word] & bit) != 0
                ? Truth.TRUE
                : (open[word] & bit) != 0 ? Truth.UNKNOWN : (broken[word] & bit) != 0 ? Truth.ERROR : Truth.FALSE;
    }

    /** The subjects of a set for which it is false. */
    long[] no(long[] asked) {
        long[] no = new long[asked.length];
        for (int i = 0; i < no.length; i++) {
            no[i] = asked[i] & ~(yes[i] | open[i] | broken[i]);
        }
        return no;
    }

    /** Where it need not be false: the rest of a conjunction is asked only there. */
    long[] notNo(long[] asked) {
        long[] rest = new long[asked.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = asked[i] & (yes[i] | open[i] | broken[i]);
        }
        return rest;
    }

    /** The contrary. */
    Masks not(long[] asked) {
        return new Masks(no(asked), open, broken);
    }

    /** Both, where the second was asked wherever the first is not false. Unknown wins over error. */
    Masks and(Masks second) {
        Masks both = empty(yes.length);
        for (int i = 0; i < yes.length; i++) {
            long possible = second.yes[i] | second.open[i] | second.broken[i];
            both.yes[i] = yes[i] & second.yes[i];
            both.open[i] = (open[i] | second.open[i]) & possible;
            both.broken[i] = possible & ~both.yes[i] & ~both.open[i];
        }
        return both;
    }

    /** One or the other, where the second was asked wherever the first is not true. */
    Masks or(Masks second) {
        Masks either = empty(yes.length);
        for (int i = 0; i < yes.length; i++) {
            either.yes[i] = yes[i] | second.yes[i];
            either.open[i] = (open[i] | second.open[i]) & ~either.yes[i];
            either.broken[i] = (broken[i] | second.broken[i]) & ~either.yes[i] & ~either.open[i];
        }
        return either;
    }

    /** The one where this is true, the other where it is false; itself where it is neither. */
    Masks choose(Masks then, Masks otherwise) {
        Masks chosen = empty(yes.length);
        for (int i = 0; i < yes.length; i++) {
            chosen.yes[i] = then.yes[i] | otherwise.yes[i];
            chosen.open[i] = open[i] | then.open[i] | otherwise.open[i];
            chosen.broken[i] = broken[i] | then.broken[i] | otherwise.broken[i];
        }
        return chosen;
    }
}
