package org.assay.cli.view;

import java.io.PrintWriter;
import org.assay.api.Outcome;
import picocli.CommandLine.Help.Ansi;

/** A place to write to: coloured where a person looks at it, plain where a program reads it. Not thread-safe. */
public final class Terminal {
    private static final int DEFAULT_WIDTH = 120;
    private static final String RESET = "\u001b[0m";

    private final PrintWriter out;
    private final boolean coloured;
    private final int width;

    /** Writes to a stream; {@code width} in columns. */
    public Terminal(PrintWriter out, boolean coloured, int width) {
        this.out = out;
        this.coloured = coloured;
        this.width = width;
    }

    /** The terminal of the process, if there is one. */
    public static Terminal ofProcess(PrintWriter out) {
        boolean coloured = Ansi.AUTO.enabled() && System.getenv("NO_COLOR") == null;
        return new Terminal(out, coloured, columns());
    }

    private static int columns() {
        try {
            return Math.max(60, Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException unset) {
            return DEFAULT_WIDTH;
        }
    }

    public int width() {
        return width;
    }

    public boolean coloured() {
        return coloured;
    }

    /** A line; what a document wrote has been made safe by {@link #safe}. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** An empty line. */
    public void line() {
        line("");
    }

    /** Writes without ending the line. */
    public void raw(String text) {
        out.print(text);
        out.flush();
    }

    /** A heading. */
    public void heading(String text) {
        line();
        line(style("bold", text));
        line(style("faint", "-".repeat(Math.min(width, Table.width(text)))));
    }

    /** Text in a style of picocli, such as {@code bold,fg(red)}. */
    public String style(String style, String text) {
        if (!coloured || text.isEmpty()) {
            return text;
        }
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        // One end for all styles: some terminals read picocli's end of bold as a double underline
        return Ansi.Style.on(styles) + text + RESET;
    }

    /** The colour of an outcome. */
    public static String styleOf(Outcome outcome) {
        return switch (outcome) {
            case FAIL, ERROR -> "bold,fg(red)";
            case NOT_ALIGNED, PARTIAL -> "fg(red)";
            case UNKNOWN, REVIEW -> "fg(magenta)";
            case WARN, PENDING -> "fg(yellow)";
            case PASS -> "fg(green)";
            case NOT_APPLICABLE -> "faint";
        };
    }

    /** A text of a document without control characters: no escape sequence of it reaches the terminal. */
    public static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isControl(c) ? '\uFFFD' : c));
        return safe.toString();
    }

    private static boolean isControl(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character) || type == Character.FORMAT || type == Character.LINE_SEPARATOR;
    }
}
