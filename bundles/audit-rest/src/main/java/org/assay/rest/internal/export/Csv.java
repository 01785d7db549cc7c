package org.assay.rest.internal.export;

import java.util.List;
import java.util.stream.Collectors;
import org.assay.rest.internal.json.Obeyed;

/**
 * Lines of CSV after RFC 4180. Text from documents stays text: a cell that a spreadsheet would run gets an apostrophe in
 * front, and what a terminal would obey is replaced.
 */
final class Csv {
    /** What begins a formula in a spreadsheet, also in its full-width forms. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char REPLACEMENT = '\uFFFD';

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String harmless = harmless(text);
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static String harmless(String text) {
        String shown = text.chars()
                .map(c -> Obeyed.by(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // A spreadsheet strips blanks before it looks for a formula.
        String stripped = shown.stripLeading();
        boolean runs = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0
                || !stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0;
        return runs ? "'" + shown : shown;
    }
}
