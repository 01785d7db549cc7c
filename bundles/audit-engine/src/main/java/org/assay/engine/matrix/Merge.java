package org.assay.engine.matrix;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through sorted lists together. For one thread. */
final class Merge {
    private final List<Iterator<String>> left;
    private final @Nullable String[] heads;
    private final int[] numbers;

    Merge(List<SubjectIds> lists) {
        this.left = lists.stream().map(SubjectIds::iterator).toList();
        this.heads = new String[lists.size()];
        this.numbers = new int[lists.size()];
        for (int list = 0; list < heads.length; list++) {
            advance(list);
        }
    }

    private void advance(int list) {
        heads[list] = left.get(list).hasNext() ? left.get(list).next() : null;
    }

    /** Which lists have the least id that is left, a bit each; 0 at the end. */
    long next() {
        String least = null;
        long present = 0;
        for (int list = 0; list < heads.length; list++) {
            String head = heads[list];
            int order = head == null ? 1 : least == null ? -1 : head.compareTo(least);
            if (order < 0) {
                least = head;
                present = 0;
            }
            present |= order <= 0 ? 1L << list : 0;
        }
        return present;
    }

    /** Goes past the least id in the lists that have it. */
    void take(long present) {
        for (int list = 0; list < heads.length; list++) {
            if ((present >>> list & 1) != 0) {
                numbers[list]++;
                advance(list);
            }
        }
    }

    /** How many of a list's ids were taken. */
    int number(int list) {
        return numbers[list];
    }
}
