package org.assay.engine.internal.columnar;

import org.assay.engine.internal.measure.Crowd;
import org.jspecify.annotations.Nullable;

/** Components put together by number. Immutable. */
final class Crowds {
    private final int[] order;
    private final int[] ends;

    /**
     * Puts components together.
     *
     * @param numbers of each component; below 0 for those that are left out; dense, in the order in which they first come
     * @param size how many numbers there are
     */
    Crowds(int[] numbers, int size) {
        ends = new int[size + 1];
        for (int number : numbers) {
            if (number >= 0) {
                ends[number + 1]++;
            }
        }
        for (int i = 1; i <= size; i++) {
            ends[i] += ends[i - 1];
        }
        order = new int[ends[size]];
        int[] next = ends.clone();
        for (int subject = 0; subject < numbers.length; subject++) {
            if (numbers[subject] >= 0) {
                order[next[numbers[subject]]++] = subject;
            }
        }
    }

    int size() {
        return ends.length - 1;
    }

    Some get(int number, Loads loads) {
        return new Some(order, ends[number], ends[number + 1], loads);
    }

    /** Those with one number. Where they stand is looked up once. Not thread-safe. */
    static final class Some implements Crowd {
        private final int[] order;
        private final int from;
        private final int to;
        private final Loads loads;
        private @Nullable Places places;

        private Some(int[] order, int from, int to, Loads loads) {
            this.order = order;
            this.from = from;
            this.to = to;
            this.loads = loads;
        }

        int first() {
            return order[from];
        }

        @Override
        public int size() {
            return to - from;
        }

        @Override
        public String example() {
            return loads.id(first());
        }

        @Override
        public Load load(String by) {
            return loads.load(by, order, from, to);
        }

        @Override
        public Places places() {
            Places known = places;
            if (known == null) {
                known = loads.places(order, from, to);
                places = known;
            }
            return known;
        }
    }
}
