package org.assay.engine.internal.columnar;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.engine.eval.VerdictMatrix;

/**
 * Decision lists over a block, clause by clause for all subjects at once: an unknown clause adds its outcome to the
 * candidates and reading goes on; the first true one, or the last, ends it; one in error, once reached, makes an error.
 */
final class Cells {
    private final List<Outcome> outcomes;
    private final long[] reading;
    private final long[] begun;
    private final long[] several;
    private final long[] unknown;
    private final long[] broken;
    private final long[][] by;
    private final Map<Outcome, long[]> first = new EnumMap<>(Outcome.class);

    /**
     * Starts a list.
     *
     * @param outcomes of its clauses
     * @param reading every subject of the block
     */
    Cells(List<Outcome> outcomes, long[] reading) {
        this.outcomes = outcomes;
        this.reading = reading;
        this.begun = new long[reading.length];
        this.several = new long[reading.length];
        this.unknown = new long[reading.length];
        this.broken = new long[reading.length];
        this.by = new long[outcomes.size()][reading.length];
    }

    /** The subjects whose list is still read. */
    long[] reading() {
        return reading;
    }

    /** Reads a clause. */
    void read(int clause, Masks when) {
        long[] same = first.computeIfAbsent(outcomes.get(clause), o -> new long[reading.length]);
        for (int i = 0; i < reading.length; i++) {
            broken[i] |= when.broken()[i];
            reading[i] &= ~when.broken()[i];
            long candidate = when.yes()[i] | when.open()[i];
            several[i] |= candidate & begun[i] & ~same[i];
            long fresh = candidate & ~begun[i];
            by[clause][i] = fresh;
            same[i] |= fresh;
            begun[i] |= fresh;
            end(i, when.yes()[i]);
        }
    }

    /** Ends the lists of those for whom no clause held, and writes what they came to. */
    void finish(CellWords into, int fromWord) {
        for (int i = 0; i < reading.length; i++) {
            end(i, reading[i]);
        }
        for (int clause = 0; clause < by.length; clause++) {
            for (int i = 0; i < reading.length; i++) {
                by[clause][i] &= ~(unknown[i] | broken[i]);
            }
            into.add(clause, fromWord, by[clause]);
        }
        into.add(VerdictMatrix.UNKNOWN, fromWord, unknown);
        into.add(VerdictMatrix.ERROR, fromWord, broken);
    }

    private void end(int word, long ended) {
        unknown[word] |= ended & several[word];
        reading[word] &= ~ended;
    }
}
