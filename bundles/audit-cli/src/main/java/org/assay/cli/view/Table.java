package org.assay.cli.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns as wide as they need, the widest made narrower where the terminal is; lists where that does not do. */
public final class Table {
    private static final String GAP = "  ";
    private static final int LEAST = 12;

    private final List<List<Cell>> rows = new ArrayList<>();
    private boolean whole;

    /**
     * A cell.
     *
     * @param text its text, made safe
     * @param style a style of picocli; empty for none
     */
    public record Cell(String text, String style) {
        public Cell {
            text = Terminal.safe(text);
        }
    }

    /** Cells without a style. */
    public static List<Cell> cells(String... texts) {
        List<Cell> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(new Cell(text, ""));
        }
        return cells;
    }

    /** A header row. */
    public Table header(String... texts) {
        List<Cell> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(new Cell(text, "bold"));
        }
        rows.add(cells);
        return this;
    }

    /** Never cuts the first column, such as one of ids that are typed in again. */
    public Table whole() {
        whole = true;
        return this;
    }

    /** A row of as many cells as the header has. */
    public Table row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** A row without styles. */
    public Table row(String... texts) {
        return row(cells(texts));
    }

    /** Whether there is nothing but the header. */
    public boolean isEmpty() {
        return rows.size() < 2;
    }

    /** Writes it; where not even its narrowest columns have room beside each other, each row as a list. */
    public void print(Terminal terminal) {
        int[] widths = widths(terminal.rows());
        if (Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) > terminal.rows()) {
            rows.stream().skip(1).forEach(row -> listed(row, terminal));
            return;
        }
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String text = fit(row.get(i).text(), widths[i]);
                String padding = i == row.size() - 1 ? "" : " ".repeat(widths[i] - width(text)) + GAP;
                line.append(
                        row.get(i).style().isEmpty()
                                ? text
                                : terminal.style(row.get(i).style(), text));
                line.append(padding);
            }
            terminal.line(line.toString());
        }
    }

    /** What it is about, then the rest below with its headings; nothing is cut off. */
    private void listed(List<Cell> row, Terminal terminal) {
        Cell first = row.get(0);
        for (String line : Terminal.wrap(first.text(), terminal.rows())) {
            terminal.line(first.style().isEmpty() ? line : terminal.style(first.style(), line));
        }
        for (int i = 1; i < row.size(); i++) {
            terminal.folded(rows.get(0).get(i).text() + ": " + row.get(i).text(), GAP, GAP + GAP);
        }
    }

    private int[] widths(int available) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<Cell> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i).text()));
            }
        }
        narrow(widths, available - GAP.length() * (columns - 1));
        return widths;
    }

    private void narrow(int[] widths, int available) {
        int first = whole ? 1 : 0;
        int total = 0;
        for (int width : widths) {
            total += width;
        }
        while (total > available) {
            int widest = first;
            for (int i = first + 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widest == widths.length || widths[widest] <= LEAST) {
                return;
            }
            widths[widest]--;
            total--;
        }
    }

    private static String fit(String text, int width) {
        return width(text) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    /** How many columns a text takes: its characters. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
