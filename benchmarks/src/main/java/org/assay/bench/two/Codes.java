package org.assay.bench.two;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.assay.bench.inventory.Unit;

/** Numbers for words: each word of one kind has a bit of its own. Filled while rows are made, then only read. */
final class Codes {
    /** After every other day, but before "there is none". */
    static final int NEVER = Integer.MAX_VALUE - 1;

    private static final int MOST = 64;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a word, given when it is first seen. */
    int number(String word) {
        int number = numbers.computeIfAbsent(word, w -> numbers.size());
        if (number >= MOST) {
            throw new IllegalStateException("more than " + MOST + " words: " + numbers.keySet());
        }
        return number;
    }

    /** One bit for each word. */
    long bits(Collection<String> words) {
        long bits = 0;
        for (String word : words) {
            bits |= 1L << number(word);
        }
        return bits;
    }

    /** A day as a number; {@link Unit#NEVER} is after every other. */
    static int day(LocalDate day) {
        return day.equals(Unit.NEVER) ? NEVER : (int) day.toEpochDay();
    }
}
