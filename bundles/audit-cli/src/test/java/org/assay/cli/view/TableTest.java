package org.assay.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final StringWriter written = new StringWriter();

    private Terminal terminal(boolean coloured, int width) {
        return new Terminal(new PrintWriter(written), coloured, width);
    }

    private List<String> lines() {
        return written.toString().lines().toList();
    }

    @Test
    void keepsIdsWholeWhereNoTerminalIsNarrow() {
        StringWriter out = new StringWriter();
        String id = "0123456789abcdef".repeat(4);
        Table table = new Table().header("KEY", "LABEL").row(id, "x".repeat(90));

        table.print(new Terminal(new PrintWriter(out), false, 80, 100_000));
        assertThat(out.toString()).contains(id).doesNotContain("…");
        table.print(new Terminal(new PrintWriter(out), false, 80));
        assertThat(out.toString()).contains("…");
    }

    @Test
    void aFirstColumnOfIdsThatAreTypedInAgainIsNeverCut() {
        String id = "0193a5f2-7c1d-7e4a-9b60-2f6f0d1c8a11";
        Table table = new Table()
                .header("WEBHOOK", "URL", "EVENTS")
                .whole()
                .row(id, "https://example.org/hooks/assay", "case.moved, deadline.overdue");
        table.print(terminal(false, 80));
        assertThat(lines().get(1))
                .startsWith(id + "  https://exa")
                .contains("…")
                .hasSize(80);
        written.getBuffer().setLength(0);
        table.print(terminal(false, 50));
        assertThat(lines()).startsWith(id).noneMatch(line -> line.contains("…"));
    }

    @Test
    void headings_and_texts_are_folded_on_a_terminal_and_whole_in_a_pipe() {
        String title = "Oversight board: annual report on a vendor's programme: Albion as of 2026-11-22";
        terminal(true, 60).heading(title);
        terminal(false, 60).folded(title, "", "  ");
        assertThat(lines().stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .containsExactly(
                        "",
                        "Oversight board: annual report on a vendor's programme:",
                        "Albion as of 2026-11-22",
                        "-".repeat(55),
                        "Oversight board: annual report on a vendor's programme:",
                        "  Albion as of 2026-11-22");
        StringWriter out = new StringWriter();
        Terminal piped = new Terminal(new PrintWriter(out), false, 60, 100_000);
        piped.heading(title);
        piped.folded(title, "  ", "    ");
        assertThat(out.toString().lines()).containsExactly("", title, "-".repeat(60), "  " + title);
    }

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        new Table().header("A", "LONG").row("xyz", "1").row("x", "2").print(terminal(false, 80));
        assertThat(lines()).containsExactly("A    LONG", "xyz  1", "x    2");
    }

    @Test
    void the_widest_column_gives_way_where_the_terminal_is_narrow() {
        new Table().header("A", "B").row("x".repeat(100), "kept").print(terminal(false, 40));
        assertThat(lines().get(1)).hasSize(40).contains("…").endsWith("kept");
    }

    @Test
    void rows_are_lists_where_their_columns_have_no_room_beside_each_other() {
        new Table()
                .header("STATE", "NEXT", "WHO", "WHAT IT MEANS")
                .row("REFUSED_IMPLICIT", "2026-12-05", "Prime Minister", "refused by the silence of two months")
                .row("GRANTED", "-", "-", "granted")
                .print(terminal(false, 40));
        assertThat(lines())
                .containsExactly(
                        "REFUSED_IMPLICIT",
                        "  NEXT: 2026-12-05",
                        "  WHO: Prime Minister",
                        "  WHAT IT MEANS: refused by the",
                        "    silence of two months",
                        "GRANTED",
                        "  NEXT: -",
                        "  WHO: -",
                        "  WHAT IT MEANS: granted");
    }

    @Test
    void a_program_that_reads_gets_no_colours() {
        new Table()
                .header("A")
                .row(List.of(new Table.Cell("FAIL", "bold,fg(red)")))
                .print(terminal(false, 80));
        assertThat(written.toString()).doesNotContain("\u001b");
        new Table()
                .header("A")
                .row(List.of(new Table.Cell("FAIL", "bold,fg(red)")))
                .print(terminal(true, 80));
        assertThat(written.toString()).contains("\u001b[");
    }

    @Test
    void no_escape_sequence_of_a_document_reaches_the_terminal() {
        assertThat(Terminal.safe("a\u001b[31mred\u0007\u202Eb\nc")).doesNotContain("\u001b", "\u0007", "\u202E", "\n");
        assertThat(Terminal.safe("Société générale – 日本")).isEqualTo("Société générale – 日本");
    }

    @Test
    void text_is_broken_at_spaces() {
        assertThat(Terminal.wrap("one two three four", 9)).containsExactly("one two", "three", "four");
        assertThat(Terminal.wrap("see " + "x".repeat(25), 10)).containsExactly("see", "x".repeat(25));
    }
}
