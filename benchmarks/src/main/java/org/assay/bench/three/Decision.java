package org.assay.bench.three;

import org.assay.engine.eval.VerdictMatrix;

/**
 * A decision list that is being read, as a number: nothing yet, the first candidate's clause, or several outcomes. Made of
 * numbers because it is made ten times for each component.
 */
final class Decision {
    static final int NONE = -1;
    private static final int SEVERAL = 1 << 8;

    private Decision() {}

    /** What an unknown clause makes of it. */
    static int candidate(int state, int clause, int[] outcomes) {
        if (state == NONE) {
            return clause;
        }
        return state < SEVERAL && outcomes[state] == outcomes[clause] ? state : SEVERAL;
    }

    /** The cell when a clause ends it. */
    static byte end(int state, int clause, int[] outcomes) {
        int last = candidate(state, clause, outcomes);
        return (byte) (last == SEVERAL ? VerdictMatrix.UNKNOWN : last);
    }
}
