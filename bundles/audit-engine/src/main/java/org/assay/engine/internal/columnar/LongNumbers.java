package org.assay.engine.internal.columnar;

/** Numbers whole numbers, none of them below 0, in the order in which they first come. Not thread-safe. */
final class LongNumbers {
    private static final int FIRST = 64;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST];
    /** By place: the number and 1; 0 where there is none. */
    private int[] numbers = new int[FIRST];

    private int size;

    /** The number of a key; the next one if it is new. */
    int number(long key) {
        int at = slot(key, keys, numbers);
        if (numbers[at] != 0) {
            return numbers[at] - 1;
        }
        keys[at] = key;
        numbers[at] = ++size;
        if (size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    int size() {
        return size;
    }

    private static int slot(long key, long[] keys, int[] numbers) {
        int mask = keys.length - 1;
        int at = (int) (key * FACTOR >>> Integer.SIZE) & mask;
        while (numbers[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreNumbers = new int[moreKeys.length];
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] != 0) {
                int at = slot(keys[i], moreKeys, moreNumbers);
                moreKeys[at] = keys[i];
                moreNumbers[at] = numbers[i];
            }
        }
        keys = moreKeys;
        numbers = moreNumbers;
    }
}
