package org.assay.engine.internal.columnar;

import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.world.FactView;

/** The truth of an atom for the subjects of a block, a bit for each, found when first asked for. Not thread-safe. */
final class Atom {
    private final Lookup<Truth> lookup;
    private long[] done = {};
    private Masks known = Masks.empty(0);

    Atom(Function<FactView, Truth> test, Block block) {
        this.lookup = new Lookup<>(test, block);
    }

    /** Forgets the answers for the last block's subjects, not what they were made from. */
    void clear(int words) {
        done = new long[words];
        known = Masks.empty(words);
    }

    /** How often CEL was asked. */
    long runs() {
        return lookup.runs();
    }

    /** What it comes to for some subjects. */
    Masks ask(long[] asked) {
        Masks answer = Masks.empty(asked.length);
        for (int i = 0; i < asked.length; i++) {
            settle(i, asked[i] & ~done[i]);
            answer.yes()[i] = known.yes()[i] & asked[i];
            answer.open()[i] = known.open()[i] & asked[i];
            answer.broken()[i] = known.broken()[i] & asked[i];
        }
        return answer;
    }

    private void settle(int word, long missing) {
        for (long left = missing; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            switch (lookup.answer(word * Long.SIZE + bit)) {
                case TRUE -> known.yes()[word] |= 1L << bit;
                case UNKNOWN -> known.open()[word] |= 1L << bit;
                case ERROR -> known.broken()[word] |= 1L << bit;
                default -> {}
            }
        }
        done[word] |= missing;
    }
}
