package org.assay.engine.matrix;

import java.util.Arrays;
import java.util.List;

/** Stretches of places through which every list runs in step, or is not there. */
final class Stretches {
    private static final int ABSENT = -1;

    private final int lists;
    private int count;
    private int size;
    /** The first place of each stretch. */
    private int[] places = new int[Long.SIZE];
    /** By list and stretch, the number of its subject there; below 0, less one, the number at which it goes on. */
    private final int[][] numbers;

    private Stretches(int lists) {
        this.lists = lists;
        this.numbers = new int[lists][Long.SIZE];
    }

    int count() {
        return count;
    }

    int size() {
        return size;
    }

    static Stretches of(List<SubjectIds> lists) {
        Stretches made = new Stretches(lists.size());
        Merge merge = new Merge(lists);
        long last = 0;
        for (long present = merge.next(); present != 0; present = merge.next()) {
            if (present != last) {
                made.begin(present, merge);
                last = present;
            }
            made.size++;
            merge.take(present);
        }
        return made;
    }

    private void begin(long present, Merge merge) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            for (int list = 0; list < lists; list++) {
                numbers[list] = Arrays.copyOf(numbers[list], 2 * count);
            }
        }
        places[count] = size;
        for (int list = 0; list < lists; list++) {
            int number = merge.number(list);
            numbers[list][count] = (present >>> list & 1) != 0 ? number : ABSENT - number;
        }
        count++;
    }

    int number(int list, int place) {
        int found = Arrays.binarySearch(places, 0, count, place);
        int stretch = found >= 0 ? found : -found - 2;
        int number = numbers[list][stretch];
        return number < 0 ? ABSENT : number + place - places[stretch];
    }

    int place(int list, int number) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            int first = numbers[list][middle];
            if ((first < 0 ? ABSENT - first : first) <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return places[low] + number - numbers[list][low];
    }

    /** A list's bits at their places. */
    long[] move(int list, long[] from) {
        long[] to = new long[(size + Long.SIZE - 1) / Long.SIZE];
        for (int stretch = 0; stretch < count; stretch++) {
            int end = stretch + 1 < count ? places[stretch + 1] : size;
            if (numbers[list][stretch] >= 0) {
                copy(from, numbers[list][stretch], to, places[stretch], end - places[stretch]);
            }
        }
        return to;
    }

    /** Copies bits into words that have none there yet. */
    static void copy(long[] from, int start, long[] to, int place, int length) {
        int done = 0;
        while (done < length) {
            int bit = (place + done) % Long.SIZE;
            int some = Math.min(Long.SIZE - bit, length - done);
            long bits = read(from, start + done) & (-1L >>> (Long.SIZE - some));
            to[(place + done) / Long.SIZE] |= bits << bit;
            done += some;
        }
    }

    private static long read(long[] words, int start) {
        int word = start / Long.SIZE;
        int bit = start % Long.SIZE;
        long low = words[word] >>> bit;
        return bit == 0 || word + 1 == words.length ? low : low | words[word + 1] << (Long.SIZE - bit);
    }
}
