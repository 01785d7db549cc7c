package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.dossier.DraftBlock.Row;
import org.assay.engine.dossier.DraftBlock.Table;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What stands together in a table: a case under all rows of its record, notes under their row, the last rows. */
class RowsTogetherTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-05");

    private final Pages pages = new Pages();

    private static Row row(String first, String second, String state) {
        DraftBlock.Case one =
                new DraftBlock.Case(state, state, DAY, false, 47, DAY, "authority", "décider " + first, List.of());
        List<Cell> cells = Stream.concat(Stream.of(first, second), Collections.nCopies(3, "x").stream())
                .map(text -> new Cell(text, true, true))
                .toList();
        return new Row(cells, 1, one);
    }

    @Test
    void amongManyColumnsACaseStandsOnceUnderTheRowsOfItsRecord() {
        List<Row> rows =
                List.of(row("A-1", "oui", "en vigueur"), row("A-2", "oui", "finie"), row("A-1", "non", "en vigueur"));
        List<String> labels = List.of("Nom", "Couvre", "C", "D", "E");
        Document page = pages.page(Pages.view("fr", "Alpha", List.of(new Table("", labels, rows, 0, 3, true, ""))));
        Element table = page.select("table.grid:contains(A-1)").first();
        assertThat(table.select("th").eachText()).isEqualTo(labels);
        assertThat(table.select("tbody tr").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("A-1 oui"),
                        one -> assertThat(one).startsWith("A-1 non"),
                        one -> assertThat(one).contains("en vigueur", "47"),
                        one -> assertThat(one).contains("décider A-1"),
                        one -> assertThat(one).startsWith("A-2 oui"),
                        one -> assertThat(one).contains("finie"),
                        one -> assertThat(one).contains("décider A-2"));
    }

    @Test
    void aRowIsSaidAgainWhereItsNotesMayFillAPageAndTheLastRowsStandTogether() {
        Grid grid = new Grid(List.of("Nom"));
        List<String> notes =
                IntStream.range(0, 10).mapToObj(number -> "note " + number).toList();
        grid.row(List.of(Grid.Cell.of("first")), notes);
        List.of("second", "third", "fourth").forEach(grid::row);
        Element in = new Element("div");
        grid.write(in);
        assertThat(in.select("tbody").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("first note 0").endsWith("note 7"),
                        one -> assertThat(one).isEqualTo("first note 8 note 9"),
                        one -> assertThat(one).isEqualTo("second"),
                        one -> assertThat(one).isEqualTo("third fourth"));
        assertThat(in.select("tbody.together")).hasSize(3);
    }
}
