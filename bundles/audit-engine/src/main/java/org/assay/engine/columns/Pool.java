package org.assay.engine.columns;

import java.util.Arrays;

/**
 * Values side by side.
 *
 * @param bytes all of them
 * @param ends where each ends, a 0 before the first
 */
@SuppressWarnings("ArrayRecordComponent")
record Pool(byte[] bytes, int[] ends) {
    int size() {
        return ends.length - 1;
    }

    byte[] get(int number) {
        return Arrays.copyOfRange(bytes, ends[number], ends[number + 1]);
    }

    /** How many bytes it takes. */
    long room() {
        return bytes.length + (long) Integer.BYTES * ends.length;
    }
}
