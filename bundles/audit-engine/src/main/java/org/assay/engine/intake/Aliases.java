package org.assay.engine.intake;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assay.engine.columns.Dictionary;
import org.jspecify.annotations.Nullable;

/** Other ways in which values of a table's columns are written, of which it knows so many and no more. For one thread at a time. */
final class Aliases {
    private static final int MOST = 1 << 14;
    private static final int LONGEST = 1 << 12;

    private final SplittableRandom random = new SplittableRandom();
    private final @Nullable Dictionary[] written;
    private final int[][] codes;

    Aliases(int columns) {
        written = new Dictionary[columns];
        codes = new int[columns][0];
    }

    /** The code of what is written so; 0 if it is not known. */
    int find(int column, byte[] bytes, int from, int to) {
        return Math.abs(signed(column, bytes, from, to));
    }

    /** As {@link #find}; below 0 if the value has references. */
    int signed(int column, byte[] bytes, int from, int to) {
        Dictionary known = written[column];
        int alias = known == null ? 0 : known.find(bytes, from, to);
        return alias == 0 ? 0 : codes[column][alias];
    }

    void add(int column, byte[] bytes, int from, int to, int code, boolean withoutReferences) {
        Dictionary known = written[column];
        if (known == null) {
            known = new Dictionary(random);
            written[column] = known;
        }
        if (known.size() < MOST && to - from <= LONGEST) {
            int alias = known.add(bytes, from, to);
            codes[column] = alias < codes[column].length ? codes[column] : Arrays.copyOf(codes[column], 2 * alias + 2);
            codes[column][alias] = withoutReferences ? code : -code;
        }
    }
}
