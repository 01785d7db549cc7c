package org.assay.engine.intake;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The values of a table's columns whose references need not be noted any more. Written by one thread, read by many: who
 * reads too early notes a reference once more, which does no harm.
 */
final class Settled {
    private static final int FIRST = 16;

    private final AtomicReferenceArray<byte[]> flags;

    Settled(int columns) {
        flags = new AtomicReferenceArray<>(columns);
        for (int i = 0; i < columns; i++) {
            flags.set(i, new byte[FIRST]);
        }
    }

    boolean is(int column, int code) {
        byte[] some = flags.get(column);
        return code < some.length && some[code] != 0;
    }

    void set(int column, int code) {
        byte[] some = flags.get(column);
        if (code >= some.length) {
            some = Arrays.copyOf(some, Math.max(code + 1, some.length * 2));
        }
        some[code] = 1;
        flags.set(column, some);
    }
}
