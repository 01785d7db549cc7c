package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.assay.core.DossierView;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.dossier.DraftBlock.Row;
import org.assay.engine.dossier.DraftBlock.Table;
import org.junit.jupiter.api.Test;

/** What the PDF is: tagged, with its fonts, the same each time, and bounded. */
class PdfTest {
    private final Pages pages = new Pages();

    @Test
    void lettersOfItsLanguagesAreInThePdfWithTheirFonts() {
        String letters = "é è ç œ ß ä Ö ü € „Zitat“ « cité » – ÷ ≥ Ł";
        DossierView view = Pages.fact(letters);
        assertThat(pages.text(view)).contains(letters);
        assertThat(pages.read(view, PdfTest::fonts)).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
    }

    @Test
    void charactersThatItsFontsLackAreSaidByTheirNumbersAndNotAllAlike() {
        assertThat(pages.text(Pages.fact("华为 Huawei")))
                .contains("U+534E U+4E3A Huawei", "leurs numéros")
                .doesNotContain("#");
        assertThat(pages.page(Pages.fact("华为 Huawei")).select("td").eachText()).contains("华为 Huawei");
        assertThat(pages.text(Pages.fact("Łódź – Ωμέγα")))
                .contains("Łódź – Ωμέγα")
                .doesNotContain("leurs numéros");
    }

    private static List<String> fonts(PDDocument document) throws IOException {
        List<String> fonts = new ArrayList<>();
        for (var page : document.getPages()) {
            PDResources resources = page.getResources();
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                fonts.add(font.getName() + (font.isEmbedded() ? " embedded" : " missing"));
            }
        }
        return fonts;
    }

    @Test
    void thePdfIsTaggedAndNamesItsLanguageTitleAndTheMomentOfItsFacts() {
        DossierView view = Pages.fact("Alpha");
        pages.read(view, document -> {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Dossier – Alpha");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(view.knownAt());
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<xmp:CreateDate>2026-11-20T10:00:00Z</xmp:CreateDate>");
            return document;
        });
    }

    @Test
    void theSameDossierGivesTheSameBytes() {
        assertThat(pages.printer.html(Pages.fact("Alpha"))).isEqualTo(pages.printer.html(Pages.fact("Alpha")));
        assertThat(pages.printer.pdf(Pages.fact("Alpha")))
                .isEqualTo(pages.printer.pdf(Pages.fact("Alpha")))
                .isNotEqualTo(pages.printer.pdf(Pages.fact("Beta")));
    }

    @Test
    void aVeryLongWordStaysOnThePage() {
        String word = "x".repeat(1_500);
        String text = pages.text(Pages.fact(word));
        assertThat(text.lines().mapToInt(String::length).max().orElse(0)).isLessThan(200);
        assertThat(text.chars().filter(c -> c == 'x').count()).isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void inATableOfManyColumnsWordsAndDaysStayWhole() {
        List<String> said = List.of(
                "non-core transmission",
                "all 5G equipment",
                "31 Dec 2027",
                "no",
                "27 Nov 2023",
                "yes",
                "notified of a contravention; representations may be made",
                "13 Oct 2022",
                "1501");
        List<String> labels = List.of(
                "Requirement",
                "Speaks of",
                "Day",
                "Restated",
                "Said to be met on",
                "Still in the network",
                "State",
                "Opened",
                "Age in days");
        List<Cell> cells = said.stream()
                .map(text -> new Cell(text.matches("\\d+ .*") ? text.replace(' ', '\u00a0') : text, true, true))
                .toList();
        Table table = new Table("", labels, List.of(new Row(cells, 1, null)), 0, 1, false, "");
        String text = pages.text(Pages.view("en", "Alpha", List.of(table)));
        assertThat(text.split("\\s+"))
                .contains("Requirement", "transmission", "equipment", "contravention;", "representations", "1501");
        assertThat(text).contains("31 Dec 2027", "27 Nov 2023", "13 Oct 2022");
        assertThat(pages.page(Pages.fact("short")).select("table.small")).isEmpty();
    }

    @Test
    void tenThousandRowsMakeABoundedDocumentThatSaysHowManyAreLeftOut() {
        List<Row> rows = IntStream.range(0, 1_000)
                .mapToObj(number -> new Row(List.of(new Cell("row " + number, true, true)), 1, null))
                .toList();
        DraftBlock table = new Table("", List.of("Nom"), rows, 9_000, 10_000, false, "");
        DossierView view = Pages.view("en", "Alpha", List.of(table));
        assertThat(pages.page(view).select("section").first().select("tbody tr"))
                .hasSize(200);
        assertThat(pages.text(view)).contains("… and 9800 more rows");
        assertThat(pages.read(view, PDDocument::getNumberOfPages)).isLessThan(30);

        List<DraftBlock> many = IntStream.range(0, 60).mapToObj(number -> table).toList();
        assertThat(pages.page(Pages.view("en", "Alpha", many)).select("section tbody tr"))
                .hasSize(4_000);
    }
}
