package org.assay.engine.internal.columnar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What several columns hold together, as one code for each subject: equal where all of them are equal. Immutable.
 *
 * @param codes a code for each subject
 * @param size how many codes there are
 * @param first a subject for each code
 */
record Tuples(char[] codes, int size, int[] first) {
    private static final int DIRECT = 1 << 22;

    /** Those of one column; null where there are too many. */
    static @Nullable Tuples of(Column column, int subjects) {
        return column.distinct() > Codes.FEW ? null : number(column.codes(), null, 1, column.distinct(), subjects);
    }

    /** These and one column more; null where there are too many. */
    @Nullable
    Tuples and(Column column) {
        return number(column.codes(), codes, size, column.distinct(), codes.length);
    }

    private static @Nullable Tuples number(
            Codes second, char @Nullable [] first, int firsts, int seconds, int subjects) {
        Numbering numbering =
                (long) firsts * seconds <= DIRECT ? new Direct(firsts * seconds) : new Hashed(new LongNumbers());
        char[] codes = new char[subjects];
        int[] example = new int[16];
        int size = 0;
        for (int i = 0; i < subjects; i++) {
            long pair = (first == null ? 0 : (long) first[i] * seconds) + second.get(i);
            int code = numbering.number(pair, size);
            if (code == size) {
                if (size == Codes.FEW) {
                    return null;
                }
                example = size == example.length ? Arrays.copyOf(example, size * 2) : example;
                example[size++] = i;
            }
            codes[i] = (char) code;
        }
        return new Tuples(codes, size, Arrays.copyOf(example, size));
    }

    /** Numbers pairs in the order in which they come. */
    private interface Numbering {
        /** The number of a pair; the next one if it is new. */
        int number(long pair, int next);
    }

    /** By a table of all pairs. */
    private record Direct(int[] numbers) implements Numbering {
        Direct(int pairs) {
            this(new int[pairs]);
        }

        @Override
        public int number(long pair, int next) {
            int known = numbers[(int) pair];
            if (known == 0) {
                numbers[(int) pair] = next + 1;
                return next;
            }
            return known - 1;
        }
    }

    /** By hashing. */
    private record Hashed(LongNumbers numbers) implements Numbering {
        @Override
        public int number(long pair, int next) {
            return numbers.number(pair);
        }
    }
}
