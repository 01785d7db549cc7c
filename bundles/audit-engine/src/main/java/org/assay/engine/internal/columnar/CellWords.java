package org.assay.engine.internal.columnar;

import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.engine.matrix.SubjectSet;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of one rule: for each cell the subjects that have it, a bit for each. Filled block by block, by several
 * threads where no two fill the same word.
 */
public final class CellWords {
    private static final int CELLS = 256;

    private final int words;
    private final @Nullable long[][] sets = new long[CELLS][];

    /** For so many subjects. */
    public CellWords(int subjects) {
        this.words = (subjects + Long.SIZE - 1) / Long.SIZE;
    }

    /** Adds the subjects of a block that have a cell. */
    void add(int cell, int fromWord, long[] some) {
        long[] set = null;
        for (int i = 0; i < some.length; i++) {
            if (some[i] != 0) {
                set = set == null ? set(cell) : set;
                set[fromWord + i] |= some[i];
            }
        }
    }

    private synchronized long[] set(int cell) {
        long[] set = sets[cell];
        if (set == null) {
            set = new long[words];
            sets[cell] = set;
        }
        return set;
    }

    /** Gives a subject another cell. One thread, once all blocks are there. */
    public void change(int subject, int from, int to) {
        long bit = 1L << subject;
        set(from)[subject / Long.SIZE] &= ~bit;
        set(to)[subject / Long.SIZE] |= bit;
    }

    /** Whether a subject has a cell. */
    public boolean has(int subject, int cell) {
        long[] set = sets[cell];
        return set != null && (set[subject / Long.SIZE] >>> subject & 1) != 0;
    }

    /** The subjects of each cell that occurs. One thread, once all is there. */
    public SortedMap<Integer, SubjectSet> sets() {
        SortedMap<Integer, SubjectSet> byCell = new TreeMap<>();
        for (int cell = 0; cell < CELLS; cell++) {
            long[] set = sets[cell];
            if (set != null) {
                byCell.put(cell, SubjectSet.ofWords(set));
            }
        }
        return byCell;
    }

    /** The cell of each subject. One thread, once all is there. */
    public byte[] cells(int subjects) {
        byte[] cells = new byte[subjects];
        for (int cell = 0; cell < CELLS; cell++) {
            long[] set = sets[cell];
            for (int word = 0; set != null && word < set.length; word++) {
                for (long left = set[word]; left != 0; left &= left - 1) {
                    cells[word * Long.SIZE + Long.numberOfTrailingZeros(left)] = (byte) cell;
                }
            }
        }
        return cells;
    }
}
