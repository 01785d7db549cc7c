package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assay.core.DossierView;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DossierDraft.Status;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.dossier.DraftBlock.Field;
import org.assay.engine.dossier.DraftBlock.Fields;
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
    void aShortWordInANarrowColumnStaysWhole() {
        List<String> labels = List.of("Stand", "Region", "Geplanter Einsatz", "Erstmaliger Einsatz");
        List<Row> rows = Stream.of("Hamburg", "Kommune", "WWW mmm")
                .map(region -> Stream.of("auf Lager", region, "–", "–")
                        .map(text -> new Cell(text, true, true))
                        .toList())
                .map(cells -> new Row(cells, 1, null))
                .toList();
        Table table = new Table("", labels, rows, 0, 3, false, "");
        assertThat(pages.text(Pages.view("de", "Alpha", List.of(table))).split("\\s+"))
                .contains("Hamburg", "Kommune", "WWW", "mmm");
    }

    @Test
    void theHeadingOfWhatIsMissingDoesNotStandAloneAtTheEndOfAPage() {
        Gap gap = new Gap(
                "operator", "Where is the seat of the company, and of each other company? ".repeat(2), 3, List.of());
        String text = "A requirement runs until its day; then it is met or suspected, and presence decides. ".repeat(3);
        Item second = new Item("2", "Seat", text, Status.INCOMPLETE, List.of(gap), List.of());
        for (int fill = 24; fill < 31; fill++) {
            Field field = new Field("Name", new Cell("Alpha", true, true));
            DraftBlock block = new Fields("", Collections.nCopies(fill, field));
            Item first = new Item("1", "Names", "", Status.COMPLETE, List.of(), List.of(block));
            assertThat(pages.<List<String>>read(Pages.of("en", "Alpha", List.of(first, second)), PdfTest::lastLines))
                    .as(fill + " rows before it")
                    .doesNotContain("Missing");
        }
    }

    /** What stands last on each page, above its foot. */
    private static List<String> lastLines(PDDocument document) throws IOException {
        List<String> last = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(document)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("Draft –") && !line.startsWith("page"))
                    .reduce((one, next) -> next)
                    .ifPresent(last::add);
        }
        return last;
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
