package org.assay.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.assay.api.Outcome;
import picocli.CommandLine.Help.Ansi;

/**
 * A place to write to: coloured where a person looks at it, plain where a program reads it. Whatever a text holds, no control
 * character and no escape sequence gets through but those of {@link #style}. Not thread-safe.
 */
public final class Terminal {
    private static final int DEFAULT_WIDTH = 120;

    /** What reads a pipe or a file wants whole ids. */
    private static final int OF_A_FILE = 100_000;

    private static final String RESET = "\u001b[0m";

    // Styles travel within texts between characters that no text has, and become escape sequences when they are written
    private static final char BEGIN = '\uFDD0';
    private static final char MIDDLE = '\uFDD1';
    private static final char END = '\uFDD2';

    private final PrintWriter out;
    private final boolean coloured;
    private final int width;
    private final int rows;

    /** Writes to a stream; {@code width} in columns. */
    public Terminal(PrintWriter out, boolean coloured, int width) {
        this(out, coloured, width, width);
    }

    /** The same with rows of tables that are wider than what is wrapped. */
    Terminal(PrintWriter out, boolean coloured, int width, int rows) {
        this.out = out;
        this.coloured = coloured;
        this.width = width;
        this.rows = rows;
    }

    /** The terminal of the process, if there is one. */
    public static Terminal ofProcess(PrintWriter out) {
        boolean coloured = isShown() && System.getenv("NO_COLOR") == null;
        boolean narrow = System.console() != null || System.getenv("COLUMNS") != null;
        return new Terminal(out, coloured, columns(), narrow ? columns() : OF_A_FILE);
    }

    /** Whether a terminal shows what this process writes. */
    public static boolean isShown() {
        return Ansi.AUTO.enabled();
    }

    private static int columns() {
        try {
            return Math.max(40, Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException unset) {
            return DEFAULT_WIDTH;
        }
    }

    public int width() {
        return width;
    }

    /** How wide a row of a table may be. */
    int rows() {
        return rows;
    }

    public boolean coloured() {
        return coloured;
    }

    /** A line. */
    public void line(String text) {
        out.println(written(text, false));
        out.flush();
    }

    /** JSON, over several lines; what a terminal would obey is escaped, so that a program reads what was sent. */
    public void json(JsonNode json) {
        written(json.toPrettyString());
    }

    /** JSON in one line. */
    public void jsonLine(JsonNode json) {
        written(json.toString());
    }

    private void written(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (c != '\n' && c != '\r' && isControl(c)) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        out.println(text);
        out.flush();
    }

    /** JSON if that is wanted, else words. */
    public void either(boolean wanted, JsonNode json, String words) {
        if (wanted) {
            json(json);
        } else {
            line(words);
        }
    }

    /** An empty line. */
    public void line() {
        line("");
    }

    /** Writes without ending the line; a carriage return goes back to its begin. */
    public void raw(String text) {
        out.print(written(text, true));
        out.flush();
    }

    private static String written(String text, boolean returns) {
        StringBuilder written = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int middle = c == BEGIN ? text.indexOf(MIDDLE, at) : -1;
            if (middle > 0) {
                written.append(on(text.substring(at + 1, middle)));
                at = middle + 1;
                continue;
            }
            if (c == END) {
                written.append(RESET);
            } else {
                written.appendCodePoint(isControl(c) && !(returns && c == '\r') ? '\uFFFD' : c);
            }
            at += Character.charCount(c);
        }
        return written.toString();
    }

    private static String on(String style) {
        try {
            return Ansi.Style.on(Ansi.Style.parse(style));
        } catch (IllegalArgumentException forged) {
            return "";
        }
    }

    /** A heading. */
    public void heading(String text) {
        line();
        List<String> lines = wrap(text, rows);
        lines.forEach(line -> line(style("bold", line)));
        int widest = lines.stream().mapToInt(Table::width).max().orElse(0);
        line(style("faint", "-".repeat(Math.min(width, widest))));
    }

    /**
     * A text as wide as rows of tables: in lines on a terminal, in one for what reads a pipe.
     *
     * @param first before the first line
     * @param later before the others, not shorter
     */
    void folded(String text, String first, String later) {
        List<String> lines = wrap(text, rows - later.length());
        line(first + lines.get(0));
        lines.stream().skip(1).forEach(line -> line(later + line));
    }

    /** The text in lines of at most so many columns, broken at spaces only: what is copied from a line stays whole. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && Table.width(line.toString()) + 1 + Table.width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Text in a style of picocli, such as {@code bold,fg(red)}. */
    public String style(String style, String text) {
        if (!coloured || text.isEmpty()) {
            return text;
        }
        // One end for all styles: some terminals read picocli's end of bold as a double underline
        return BEGIN + style + MIDDLE + text + END;
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
