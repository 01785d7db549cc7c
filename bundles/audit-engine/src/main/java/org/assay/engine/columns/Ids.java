package org.assay.engine.columns;

import java.nio.charset.StandardCharsets;
import org.assay.engine.facts.FactColumn;
import org.jspecify.annotations.Nullable;

/** The ids of a table, sorted, in ASCII side by side. Immutable. */
record Ids(Pool pool) implements FactColumn {

    String id(int row) {
        int start = pool.ends()[row];
        return ascii(pool.bytes(), start, pool.ends()[row + 1]);
    }

    private static String ascii(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** The row of an id; below 0 if there is none. */
    int row(String id) {
        int low = 0;
        int high = rows() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, id);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    private int compare(int row, String id) {
        int start = pool.ends()[row];
        int length = pool.ends()[row + 1] - start;
        int both = Math.min(length, id.length());
        for (int i = 0; i < both; i++) {
            int difference = pool.bytes()[start + i] - id.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return length - id.length();
    }

    @Override
    public int rows() {
        return pool.size();
    }

    @Override
    public int code(int row) {
        return row + 1;
    }

    @Override
    public int distinct() {
        return pool.size() + 1;
    }

    @Override
    public @Nullable Object value(int code) {
        return code == MISSING ? null : id(code - 1);
    }
}
