package org.assay.rest.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =cmd", "\r=1", "\uFF1D1"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
        assertThat(Csv.cell(text).replace("\"", "")).startsWith("'");
    }

    @Test
    void quotesCommasQuotesAndLineBreaks() {
        assertThat(Csv.line(List.of("a,b", "say \"so\"", "two\nlines", "plain")))
                .isEqualTo("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",plain\r\n");
    }

    @Test
    void leavesNoEscapeSequenceForATerminal() {
        assertThat(Csv.cell("\u001b[31mred\u009b0m")).isEqualTo("\uFFFD[31mred\uFFFD0m");
    }

    @Property
    void neverBeginsAFormulaAndNeverBreaksTheTable(@ForAll String text) {
        String cell = Csv.cell(text);
        String inside = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;

        assertThat(inside.stripLeading()).doesNotStartWith("=").doesNotStartWith("@");
        assertThat(inside.replace("\"\"", "")).doesNotContain("\"");
    }
}
