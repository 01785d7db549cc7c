package org.assay.engine.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers from 0, each in as few bytes as the greatest needs; none where all are 0 or each is the number of its row
 * and 1. Immutable.
 */
final class Codes {
    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;

    private final byte @Nullable [] bytes;
    private final char @Nullable [] shorts;
    private final int @Nullable [] ints;
    private final boolean ascending;
    private final int rows;

    private Codes(
            byte @Nullable [] bytes, char @Nullable [] shorts, int @Nullable [] ints, boolean ascending, int rows) {
        this.bytes = bytes;
        this.shorts = shorts;
        this.ints = ints;
        this.ascending = ascending;
        this.rows = rows;
    }

    static Codes none(int rows) {
        return new Codes(null, null, null, false, rows);
    }

    /** 1, 2, 3 and so on. */
    static Codes ascending(int rows) {
        return new Codes(null, null, null, true, rows);
    }

    static Codes of(byte[] codes) {
        return new Codes(codes, null, null, false, codes.length);
    }

    static Codes of(char[] codes) {
        return new Codes(null, codes, null, false, codes.length);
    }

    static Codes of(int[] codes) {
        return new Codes(null, null, codes, false, codes.length);
    }

    int rows() {
        return rows;
    }

    int get(int row) {
        if (bytes != null) {
            return bytes[row] & BYTE;
        } else if (shorts != null) {
            return shorts[row];
        } else if (ints != null) {
            return ints[row];
        }
        return ascending ? row + 1 : 0;
    }

    /** How many bytes they take. */
    long bytes() {
        return bytes != null ? rows : shorts != null ? 2L * rows : ints != null ? 4L * rows : 0;
    }

    /** A list that grows at its end. Not thread-safe. */
    static final class Growing {
        private static final int FIRST = 64;

        private byte @Nullable [] bytes = new byte[FIRST];
        private char @Nullable [] shorts;
        private int @Nullable [] ints;
        private int size;

        int size() {
            return size;
        }

        int get(int at) {
            if (bytes != null) {
                return bytes[at] & BYTE;
            }
            return shorts != null ? shorts[at] : ints == null ? 0 : ints[at];
        }

        void add(int code) {
            if (bytes != null && code <= BYTE) {
                bytes = size < bytes.length ? bytes : Arrays.copyOf(bytes, more());
                bytes[size++] = (byte) code;
            } else if (shorts != null && code <= SHORT) {
                shorts = size < shorts.length ? shorts : Arrays.copyOf(shorts, more());
                shorts[size++] = (char) code;
            } else if (ints != null) {
                ints = size < ints.length ? ints : Arrays.copyOf(ints, more());
                ints[size++] = code;
            } else {
                widen(code);
                add(code);
            }
        }

        private int more() {
            return size + (size >> 1) + FIRST;
        }

        /** The codes, in no more room than they need; the list is not used any more. */
        Codes done() {
            if (bytes != null) {
                return Codes.of(Arrays.copyOf(bytes, size));
            }
            return shorts != null ? Codes.of(Arrays.copyOf(shorts, size)) : Codes.of(ints(size));
        }

        private int[] ints(int length) {
            return ints == null ? new int[0] : Arrays.copyOf(ints, length);
        }

        private void widen(int code) {
            if (bytes != null && code <= SHORT) {
                char[] wider = new char[Math.max(bytes.length, size + 1)];
                for (int i = 0; i < size; i++) {
                    wider[i] = (char) get(i);
                }
                shorts = wider;
            } else {
                int[] wider = new int[more()];
                for (int i = 0; i < size; i++) {
                    wider[i] = get(i);
                }
                ints = wider;
                shorts = null;
            }
            bytes = null;
        }
    }
}
