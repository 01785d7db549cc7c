package org.assay.engine.internal.lang;

/** Texts within texts. */
final class Texts {
    /** Shorter ones are sought faster by trying each place. */
    private static final int LONG = 64;

    private Texts() {}

    /** Whether a text stands in another one, in steps of both lengths together, whatever they repeat. */
    static boolean contains(String text, String sought) {
        return sought.length() < LONG ? text.contains(sought) : found(text, sought, borders(sought));
    }

    /** By length of what matched: how much of it may be the beginning of the next match (Knuth, Morris, Pratt). */
    private static int[] borders(String sought) {
        int[] borders = new int[sought.length() + 1];
        borders[0] = -1;
        int border = -1;
        for (int i = 0; i < sought.length(); i++) {
            while (border >= 0 && sought.charAt(border) != sought.charAt(i)) {
                border = borders[border];
            }
            borders[i + 1] = ++border;
        }
        return borders;
    }

    private static boolean found(String text, String sought, int[] borders) {
        int matched = 0;
        for (int i = 0; i < text.length() && matched < sought.length(); i++) {
            while (matched >= 0 && sought.charAt(matched) != text.charAt(i)) {
                matched = borders[matched];
            }
            matched++;
        }
        return matched == sought.length();
    }
}
