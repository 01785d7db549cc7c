package org.assay.rest.internal.calendar;

/** Folds lines as RFC 5545, 3.1 wants it: by octets, where iCal4j counts characters. Stateless. */
final class Folding {
    private static final int MOST = 75;
    private static final String END = "\r\n";
    private static final String FOLD = "\r\n ";

    private Folding() {}

    /** The same text, each line at most 75 octets long without its end; no character is cut in two. */
    static String byOctets(String text) {
        String[] lines = text.replace(FOLD, "").split(END);
        StringBuilder folded = new StringBuilder(text.length() + text.length() / MOST);
        for (String line : lines) {
            fold(line, folded);
        }
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        int length = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int character = line.codePointAt(i);
            int octets = octets(character);
            if (length + octets > MOST) {
                folded.append(FOLD);
                length = 1;
            }
            folded.appendCodePoint(character);
            length += octets;
        }
        folded.append(END);
    }

    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
