package org.assay.engine.internal.columnar;

import org.assay.engine.eval.Truth;

/** The truth of an atom for the subjects of a block, a bit for each, found when first asked for. Not thread-safe. */
final class Atom {
    private static final int YES = 1;
    private static final int OPEN = 2;
    private static final int BROKEN = 4;
    private static final int NO = 8;

    private final Lookup<Truth> lookup;
    private final Reader<Truth> reader;
    private Positions positions = Positions.range(0, 0);
    private long[] done = {};
    private Masks known = Masks.empty(0);

    Atom(Lookup<Truth> lookup, Reader<Truth> reader) {
        this.lookup = lookup;
        this.reader = reader;
    }

    static int mark(Truth truth) {
        return switch (truth) {
            case TRUE -> YES;
            case UNKNOWN -> OPEN;
            case ERROR -> BROKEN;
            case FALSE -> NO;
        };
    }

    static Truth truth(int mark) {
        return switch (mark) {
            case YES -> Truth.TRUE;
            case OPEN -> Truth.UNKNOWN;
            case BROKEN -> Truth.ERROR;
            default -> Truth.FALSE;
        };
    }

    /** Turns to other subjects, and forgets the answers for the last ones, not what they were made from. */
    void move(Positions to) {
        positions = to;
        done = new long[0];
    }

    /** How often CEL was asked. */
    long runs() {
        return reader.runs();
    }

    /** What it comes to for some subjects. */
    Masks ask(long[] asked) {
        if (done.length != asked.length) {
            done = new long[asked.length];
            known = Masks.empty(asked.length);
        }
        Masks answer = Masks.empty(asked.length);
        for (int i = 0; i < asked.length; i++) {
            long missing = asked[i] & ~done[i];
            if (missing != 0) {
                settle(i, missing);
            }
            answer.yes()[i] = known.yes()[i] & asked[i];
            answer.open()[i] = known.open()[i] & asked[i];
            answer.broken()[i] = known.broken()[i] & asked[i];
        }
        return answer;
    }

    private void settle(int word, long missing) {
        Lookup.Table<Truth> table = lookup.table();
        byte[] marks = table == null ? null : table.marks();
        char[] codes = table == null ? null : table.codes();
        long yes = 0;
        long open = 0;
        long broken = 0;
        for (long left = missing; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            int subject = positions.at(word * Long.SIZE + bit);
            int mark = marks == null || codes == null ? Lookup.NONE : marks[codes[subject]];
            if (mark == Lookup.NONE) {
                mark = mark(lookup.answer(subject, reader));
            }
            yes |= (long) (mark & YES) << bit;
            open |= (long) (mark >> 1 & 1) << bit;
            broken |= (long) (mark >> 2 & 1) << bit;
        }
        known.yes()[word] |= yes;
        known.open()[word] |= open;
        known.broken()[word] |= broken;
        done[word] |= missing;
    }
}
