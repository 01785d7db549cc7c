package org.assay.engine.internal.columnar;

import java.util.Arrays;

/** The subjects that are judged together, by their numbers: neighbours, or some chosen ones. Immutable. */
final class Positions {
    private final int from;
    private final int[] chosen;
    private final int size;

    private Positions(int from, int[] chosen, int size) {
        this.from = from;
        this.chosen = chosen;
        this.size = size;
    }

    /** So many from a number on. */
    static Positions range(int from, int size) {
        return new Positions(from, new int[0], size);
    }

    /** These, in an array that is not changed. */
    static Positions of(int[] chosen) {
        return new Positions(0, chosen, chosen.length);
    }

    int at(int place) {
        return chosen.length == 0 ? from + place : chosen[place];
    }

    int words() {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    /** Every one of them. */
    long[] all() {
        long[] all = new long[words()];
        Arrays.fill(all, -1L);
        if (size % Long.SIZE != 0) {
            all[all.length - 1] = (1L << size % Long.SIZE) - 1;
        }
        return all;
    }
}
