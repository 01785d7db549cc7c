package org.assay.engine.internal.columnar;

/**
 * A loop over subjects: the codes of some groups lead through a table each to a number, and the numbers together to a word.
 * Nothing but arrays. Immutable and thread-safe.
 */
final class Pass {
    /** So many subjects' words stay in the nearest cache from one loop to the next. */
    static final int CHUNK = 2_048;

    private final int word;
    private final char[][] codes;
    private final int[][] tables;
    private final long[] words;

    Pass(int word, char[][] codes, int[][] tables, long[] words) {
        this.word = word;
        this.codes = codes;
        this.tables = tables;
        this.words = words;
    }

    int word() {
        return word;
    }

    int lookups() {
        return codes.length + 1;
    }

    /** Adds the bits of some subjects. */
    void run(long[] out, int from, int to) {
        switch (codes.length) {
            case 0 -> none(out, from, to);
            case 1 -> one(out, from, to, codes[0], tables[0], words);
            case 2 -> two(out, from, to, codes[0], tables[0], codes[1], tables[1], words);
            case 3 -> three(out, from, to, codes[0], tables[0], codes[1], tables[1], codes[2], tables[2], words);
            case 4 -> four(out, from, to);
            default -> more(out, from, to);
        }
    }

    private void none(long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] |= words[0];
        }
    }

    private static void one(long[] out, int from, int to, char[] a, int[] ta, long[] words) {
        for (int i = from; i < to; i++) {
            out[i] |= words[ta[a[i]]];
        }
    }

    private static void two(long[] out, int from, int to, char[] a, int[] ta, char[] b, int[] tb, long[] words) {
        for (int i = from; i < to; i++) {
            out[i] |= words[ta[a[i]] + tb[b[i]]];
        }
    }

    private static void three(
            long[] out, int from, int to, char[] a, int[] ta, char[] b, int[] tb, char[] c, int[] tc, long[] words) {
        for (int i = from; i < to; i++) {
            out[i] |= words[ta[a[i]] + tb[b[i]] + tc[c[i]]];
        }
    }

    private void four(long[] out, int from, int to) {
        char[] a = codes[0];
        char[] b = codes[1];
        char[] c = codes[2];
        char[] d = codes[3];
        int[] ta = tables[0];
        int[] tb = tables[1];
        int[] tc = tables[2];
        int[] td = tables[3];
        long[] table = words;
        for (int i = from; i < to; i++) {
            out[i] |= table[ta[a[i]] + tb[b[i]] + tc[c[i]] + td[d[i]]];
        }
    }

    /** Two at a time, the numbers so far kept aside. */
    private void more(long[] out, int from, int to) {
        int[] at = new int[to - from];
        int group = 0;
        for (; group + 1 < codes.length; group += 2) {
            add(at, from, codes[group], tables[group], codes[group + 1], tables[group + 1]);
        }
        if (group < codes.length) {
            add(at, from, codes[group], tables[group]);
        }
        long[] table = words;
        for (int i = 0; i < at.length; i++) {
            out[from + i] |= table[at[i]];
        }
    }

    private static void add(int[] at, int from, char[] a, int[] ta, char[] b, int[] tb) {
        for (int i = 0; i < at.length; i++) {
            at[i] += ta[a[from + i]] + tb[b[from + i]];
        }
    }

    private static void add(int[] at, int from, char[] a, int[] ta) {
        for (int i = 0; i < at.length; i++) {
            at[i] += ta[a[from + i]];
        }
    }
}
