package org.assay.engine.pack;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Words for messages: the name that was probably meant, and texts made short. */
final class Suggest {
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_NAME = 64;

    private Suggest() {}

    /** {@code did you mean 'x'?} where a name is near; else all of them. */
    static String hint(String wrong, Collection<String> names) {
        return nearest(wrong, names)
                .map(name -> "Did you mean '" + name + "'?")
                .orElseGet(() -> "Allowed: " + String.join(", ", names));
    }

    /** The text, cut where it is too long for a message, and without control characters. */
    static String shorten(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    private static Optional<String> nearest(String wrong, Collection<String> names) {
        if (wrong.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        int most = Math.max(1, wrong.length() / 3);
        return names.stream()
                .filter(name -> distance(wrong, name) <= most)
                .min(Comparator.comparingInt(name -> distance(wrong, name)));
    }

    /** The number of single-character changes between two words, without regard to case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int change = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
