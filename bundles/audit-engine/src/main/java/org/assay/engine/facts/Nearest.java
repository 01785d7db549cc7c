package org.assay.engine.facts;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. Stateless. */
public final class Nearest {
    private static final int MAX_LENGTH = 64;

    private Nearest() {}

    /** The nearest of some words, if one is near: at most a third of its letters differ. */
    public static Optional<String> of(String word, Collection<String> words) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String some : words) {
            int allowed = Math.max(1, some.length() / 3);
            boolean alike = Math.abs(some.length() - word.length()) <= allowed;
            int distance = alike ? distance(word, some) : Integer.MAX_VALUE;
            if (distance <= allowed && distance < least) {
                best = some;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters must be put in, taken out or changed, capitals aside. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
