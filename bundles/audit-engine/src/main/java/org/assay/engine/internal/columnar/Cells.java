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
    private final byte[] cells;
    private final int from;
    private final long[] reading;
    private final long[] begun;
    private final long[] several;
    private final Map<Outcome, long[]> first = new EnumMap<>(Outcome.class);

    /**
     * Starts a list.
     *
     * @param outcomes of its clauses
     * @param cells where to write, from a place on
     * @param reading every subject of the block
     */
    Cells(List<Outcome> outcomes, byte[] cells, int from, long[] reading) {
        this.outcomes = outcomes;
        this.cells = cells;
        this.from = from;
        this.reading = reading;
        this.begun = new long[reading.length];
        this.several = new long[reading.length];
    }

    /** The subjects whose list is still read. */
    long[] reading() {
        return reading;
    }

    /** Reads a clause. */
    void read(int clause, Masks when) {
        long[] same = first.computeIfAbsent(outcomes.get(clause), o -> new long[reading.length]);
        for (int i = 0; i < reading.length; i++) {
            write(i, when.broken()[i], VerdictMatrix.ERROR);
            reading[i] &= ~when.broken()[i];
            long candidate = when.yes()[i] | when.open()[i];
            several[i] |= candidate & begun[i] & ~same[i];
            long fresh = candidate & ~begun[i];
            write(i, fresh, clause);
            same[i] |= fresh;
            begun[i] |= fresh;
            end(i, when.yes()[i]);
        }
    }

    /** Ends the lists of those for whom no clause held. */
    void finish() {
        for (int i = 0; i < reading.length; i++) {
            end(i, reading[i]);
        }
    }

    private void end(int word, long ended) {
        write(word, ended & several[word], VerdictMatrix.UNKNOWN);
        reading[word] &= ~ended;
    }

    private void write(int word, long subjects, int cell) {
        for (long left = subjects; left != 0; left &= left - 1) {
            cells[from + word * Long.SIZE + Long.numberOfTrailingZeros(left)] = (byte) cell;
        }
    }
}
