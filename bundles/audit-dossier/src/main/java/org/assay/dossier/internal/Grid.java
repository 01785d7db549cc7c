package org.assay.dossier.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** Gathers the rows of a table, then writes it with columns as wide as what is in them asks for. */
final class Grid {
    /** So many letters fit on a line. */
    private static final int LINE = 100;

    /** The same in the small letters of a table with many columns. */
    private static final int SMALL_LINE = 124;

    /** So many rows at the end of a table stand on one page. */
    private static final int TOGETHER = 2;

    /** So many notes under a row stand on one page with it. */
    private static final int NOTES = 8;

    private static final int PADDING = 2;
    private static final int READABLE = 14;
    private static final int SPARE = 2;
    private static final int WIDEST = 60;
    private static final int LONGEST_WORD = 24;
    private static final Pattern WORDS = Pattern.compile("\\s");
    private static final Pattern PARTS = Pattern.compile("[\\s-]");

    private final List<String> labels;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** What stands across all columns under a row. */
    private final List<List<String>> notes = new ArrayList<>();

    Grid(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    /**
     * What a cell shows.
     *
     * @param text the text
     * @param ofClass a class of ours; empty for none
     */
    record Cell(String text, String ofClass) {
        static Cell of(String text) {
            return new Cell(text, "");
        }

        static Cell number(long number) {
            return new Cell(Long.toString(number), "number");
        }
    }

    void row(List<Cell> cells) {
        row(cells, List.of());
    }

    void row(List<Cell> cells, List<String> below) {
        rows.add(List.copyOf(cells));
        notes.add(List.copyOf(below));
    }

    void row(String... cells) {
        row(Arrays.stream(cells).map(Cell::of).toList());
    }

    void write(Element in) {
        Fit fit = fit();
        Element table = Html.grid(in, labels, widths(fit), fit.line() > LINE);
        int last = Math.max(0, rows.size() - TOGETHER);
        Element body = table.appendElement("tbody");
        for (int number = 0; number < rows.size(); number++) {
            // A page never begins with the note of a row before, and the last rows go to a new one together
            boolean begins = number == last || number < last && (isNoted(number) || isNoted(number - 1));
            if (begins && body.childrenSize() > 0) {
                body = table.appendElement("tbody");
            }
            if (number == last || isNoted(number)) {
                body.addClass("together");
            }
            body = noted(table, body, number);
        }
    }

    private boolean isNoted(int number) {
        return number >= 0 && !notes.get(number).isEmpty();
    }

    /** A row with its notes; where these may fill a page, it is said again before the next of them. */
    private Element noted(Element table, Element in, int number) {
        Element body = in;
        Element row = body.appendElement("tr");
        write(row, rows.get(number));
        int told = 0;
        for (String note : notes.get(number)) {
            if (told > 0 && told % NOTES == 0) {
                body = table.appendElement("tbody").addClass("together");
                row = body.appendElement("tr");
                write(row, rows.get(number));
            }
            row.addClass("noted");
            row = body.appendElement("tr").addClass("next");
            Html.fact(row, "td", note).attr("colspan", Integer.toString(labels.size()));
            told++;
        }
        return body;
    }

    private void write(Element row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            Element shown = Html.cell(row, labels.get(column), cell.text());
            if (!cell.ofClass().isEmpty()) {
                shown.addClass(cell.ofClass());
            }
        }
    }

    /** Room for the longest word first; what is left of the line goes to columns with long texts. */
    private List<Integer> widths(Fit fit) {
        List<Integer> least = fit.least();
        List<Integer> more = new ArrayList<>();
        for (int column = 0; column < labels.size(); column++) {
            int text = Math.max(longest(column), labels.get(column).length());
            int wanted = Math.max(0, Math.min(text, 2 * WIDEST) + PADDING - least.get(column));
            more.add(isNumber(column) ? 0 : wanted);
        }
        int room = Math.max(0, fit.line() - sum(least));
        // Letters are counted, not measured: a word that needs a little more than its letters say would be cut
        int spare = Math.min(SPARE, room / labels.size());
        int rest = room - spare * labels.size();
        int all = Math.max(1, sum(more));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < labels.size(); column++) {
            widths.add(10 * (least.get(column) + spare) + 10 * rest * more.get(column) / all);
        }
        return widths;
    }

    /**
     * What columns need at least of a line.
     *
     * @param line how many letters that has
     */
    private record Fit(int line, List<Integer> least) {
        boolean fits() {
            return sum(least) <= line;
        }
    }

    /** Of the ways to break texts the first with which they fit, in small letters where they do in no others. */
    private Fit fit() {
        List<Integer> easy = least(true, WORDS);
        if (sum(easy) <= LINE) {
            return new Fit(LINE, easy);
        }
        List<List<Integer>> ways = List.of(easy, least(false, WORDS), least(false, PARTS));
        return IntStream.of(LINE, SMALL_LINE)
                .boxed()
                .flatMap(line -> ways.stream().map(least -> new Fit(line, least)))
                .filter(Fit::fits)
                .findFirst()
                .orElseGet(() -> new Fit(SMALL_LINE, ways.get(2)));
    }

    private boolean isNumber(int column) {
        return rows.stream().allMatch(cells -> cells.get(column).ofClass().equals("number"));
    }

    /**
     * What each column needs.
     *
     * @param easy whether its texts are to break into few lines only
     * @param between where a word may end
     */
    private List<Integer> least(boolean easy, Pattern between) {
        List<Integer> least = new ArrayList<>();
        for (int column = 0; column < labels.size(); column++) {
            // A head is bold, and on two lines at most
            String label = labels.get(column);
            int word = Math.max(longestWord(label, PARTS), label.length() / 2 + 1) * 6 / 5;
            for (List<Cell> cells : rows) {
                word = Math.max(word, longestWord(cells.get(column).text(), between));
            }
            int text = longest(column);
            int readable = easy ? Math.min(text, text > WIDEST ? 2 * READABLE : READABLE) : 0;
            least.add(Math.min(Math.max(word, readable), LONGEST_WORD) + PADDING);
        }
        return least;
    }

    private int longest(int column) {
        return rows.stream()
                .mapToInt(cells -> length(cells.get(column).text()))
                .max()
                .orElse(0);
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private static int longestWord(String text, Pattern between) {
        int length = between.splitAsStream(text).mapToInt(Grid::length).max().orElse(0);
        // A long one that needs a letter more than its column has would be cut
        return length > READABLE ? length + length / 10 : length;
    }

    /** In small letters: capitals, m, w and digits are wider. */
    private static int length(String text) {
        long wide = text.chars()
                .filter(one -> Character.isUpperCase(one) || one == 'm' || one == 'w')
                .count();
        long digits = text.chars().filter(Character::isDigit).count();
        return (int) (text.length() + (2 * wide + digits) / 5);
    }
}
