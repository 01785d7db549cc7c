package org.assay.engine.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole lines of a document that were read at once, and what became of them.
 *
 * @param bytes the lines, each with its end
 * @param size how many of the bytes
 * @param starts where each line begins, and where the last ends
 * @param parts what became of the lines, in their order; empty lines left out
 */
@SuppressWarnings("ArrayRecordComponent")
record Chunk(byte[] bytes, int size, int[] starts, List<Part> parts) {
    /** For faults that are put down by nobody. */
    static final Place NOWHERE = new Place(null, 0, 0);

    private static final int USUAL = 256;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = ONES << 7;
    private static final long ENDS = ONES * '\n';

    /** Something that became of lines. */
    sealed interface Part permits RowBlock, Plain {}

    /** A line that is to be read with all care, by its number in the chunk. */
    record Plain(int line) implements Part {}

    static Chunk of(byte[] bytes, int size) {
        int[] starts = new int[size / USUAL + 2];
        int count = 1;
        for (int i = nextEnd(bytes, 0, size); i + 1 < size; i = nextEnd(bytes, i + 1, size)) {
            if (count + 1 == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count + 2);
            }
            starts[count++] = i + 1;
        }
        starts[count] = size;
        return new Chunk(bytes, size, Arrays.copyOf(starts, count + 1), new ArrayList<>());
    }

    /** Where the next line end is, looking at eight bytes at a time; the size if there is none. */
    private static int nextEnd(byte[] bytes, int from, int size) {
        int at = from;
        for (; at + Long.BYTES <= size; at += Long.BYTES) {
            long other = (long) LONGS.get(bytes, at) ^ ENDS;
            long found = other - ONES & ~other & HIGH;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < size && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Whether all signs are ASCII. */
    boolean isAscii() {
        long high = 0;
        int at = 0;
        for (; at + Long.BYTES <= size; at += Long.BYTES) {
            high |= (long) LONGS.get(bytes, at);
        }
        for (; at < size; at++) {
            high |= bytes[at];
        }
        return (high & HIGH) == 0;
    }

    int lines() {
        return starts.length - 1;
    }

    int start(int line) {
        return starts[line];
    }

    /** Where a line ends, its line end not counted. */
    int end(int line) {
        int end = starts[line + 1];
        return end > starts[line] && bytes[end - 1] == '\n' ? end - 1 : end;
    }

    /** The bytes of a line without its end. */
    byte[] line(int line) {
        return Arrays.copyOfRange(bytes, start(line), end(line));
    }

    /** How many characters lie before a byte of a line, counted from 1. */
    int column(int line, int at) {
        int column = 1;
        for (int i = start(line); i < at; i++) {
            boolean continued = (bytes[i] & 0xC0) == 0x80;
            boolean pair = (bytes[i] & 0xF8) == 0xF0;
            column += continued ? 0 : pair ? 2 : 1;
        }
        return column;
    }
}
