package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.assay.api.Outcome;
import org.assay.api.Subject;
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
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a page says, and in which words. */
class PrinterTest {
    private final Pages pages = new Pages();

    @Test
    void itSaysThatItIsADraftAndWhatPinsIt() {
        String french = pages.text(Pages.fact("Alpha"));
        assertThat(french)
                .contains(
                        "PROJET",
                        "CPCE, R. 20-29-11",
                        "21 novembre 2026",
                        "20 novembre 2026, 10:00 UTC",
                        "fr-anssi 2026.1.0")
                .contains(Pages.DIGEST, "Il manque", "opérateur : Where is the seat? (3)", "0 points sur 2");
        assertThat(pages.text(Pages.view("de", "Alpha", List.of())))
                .contains("ENTWURF", "21. November 2026", "Es fehlt");
        assertThat(pages.text(Pages.view("en", "Alpha", List.of()))).contains("DRAFT", "21 November 2026", "Missing");
        assertThat(pages.text(Pages.view("nl", "Alpha", List.of()))).contains("DRAFT");
    }

    @Test
    void annexesAreNotCountedAmongTheItemsButToldWhereTheyLackSomething() {
        Gap gap = new Gap("operator", "Which one?", 1, List.of());
        Item first = new Item("1", "Names", "", Status.COMPLETE, List.of(), List.of());
        Item annex = new Item("A", "History", "", Status.COMPLETE, List.of(), List.of());
        assertThat(pages.page(Pages.of("en", "Alpha", List.of(first, annex))).text())
                .contains("All 2 items are complete.")
                .doesNotContain("annexes");
        Item open = new Item("B", "Rows", "", Status.INCOMPLETE, List.of(gap), List.of());
        assertThat(pages.page(Pages.of("en", "Alpha", List.of(first, open))).text())
                .contains("All 2 items are complete. Something is missing in annexes, too: B.");
    }

    @Test
    void wordsOfFactsAreSaidInTheLanguageOfTheDossier() {
        List<Field> fields = List.of(
                new Field("Status", new Cell("spare", true, true)),
                new Field("Logged", new Cell(true, true, true)),
                new Field("Until", new Cell(LocalDate.parse("2027-01-31"), true, true)),
                new Field("Gone", new Cell(null, false, true)),
                new Field("Never", new Cell(null, true, true)),
                new Field("Versions", new Cell(List.of("1", "2"), false, true)));
        Document page = pages.page(Pages.view("fr", "Alpha", List.of(new Fields("", fields))));
        assertThat(StreamSupport.stream(
                                page.select("section")
                                        .first()
                                        .select(".plain td")
                                        .spliterator(),
                                false)
                        .map(Element::text))
                .containsExactly("en réserve", "oui", "31/01/2027", "manquant", "–", "1, 2 (en partie)");
        assertThat(page.select("td.gone").eachText()).contains("manquant");
    }

    @Test
    void thePageIsAsItWasWhenItWasLookedAt() throws IOException {
        Cell cell = new Cell("Alpha <b>", true, true);
        DraftBlock.Case open = new DraftBlock.Case(
                "PENDING",
                "à l’instruction",
                LocalDate.parse("2026-10-05"),
                false,
                47,
                LocalDate.parse("2026-12-05"),
                "authority",
                "décider",
                List.of());
        DossierView view = Pages.view(
                "fr",
                "Alpha",
                List.of(
                        new Fields(
                                "", List.of(new Field("Nom", cell), new Field("Siège", new Cell(null, false, true)))),
                        new Table(
                                "Demandes",
                                List.of("Dossier"),
                                List.of(new Row(List.of(cell), 3, open)),
                                0,
                                3,
                                true,
                                ""),
                        new Table("Accès", List.of("Nom"), List.of(), 0, 0, false, "Aucun accès."),
                        new DraftBlock.Ages(
                                "Par âge",
                                List.of(90),
                                List.of(new DraftBlock.AgeRow("OPEN", "ouvert", false, List.of(2L, 1L)))),
                        new DraftBlock.Verdicts(
                                "",
                                List.of(new DraftBlock.Line(
                                        "FR-1",
                                        "Autorisation",
                                        "CPCE",
                                        "L. 34-11",
                                        new TreeMap<>(Map.of(Outcome.FAIL, 2L, Outcome.PASS, 1L)),
                                        List.of(finding("a"), finding("b")),
                                        1)))));
        Document page = pages.page(view);
        page.select("style").empty();
        String written = page.outputSettings(new Document.OutputSettings().indentAmount(1))
                        .outerHtml() + "\n";
        Path golden = Path.of("src/test/resources/golden/page.html");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @Test
    void whatIsOverdueStandsBeforeWhatComesNextAndADayOnWhichNobodyHasToActIsNotTold() {
        LocalDate day = LocalDate.parse("2026-12-05");
        DraftBlock.Step missed = new DraftBlock.Step(LocalDate.parse("2026-09-15"), "operator", "éteindre");
        DraftBlock.Case late =
                new DraftBlock.Case("LATE", "en retard", day, false, 47, day, "authority", "décider", List.of(missed));
        DraftBlock.Case still = new DraftBlock.Case("WAITS", "attend", day, false, 47, day, "authority", "", List.of());
        Cell cell = new Cell("Alpha", true, true);
        List<Row> rows = List.of(new Row(List.of(cell), 1, late), new Row(List.of(cell), 1, still));
        String page = pages.page(
                        Pages.view("fr", "Alpha", List.of(new Table("", List.of("Nom"), rows, 0, 2, true, ""))))
                .text();
        assertThat(page)
                .containsSubsequence(
                        "En retard, à faire au plus tard le 15/09/2026",
                        "éteindre",
                        "À suivre, au plus tard le 05/12/2026");
        assertThat(page.split("À suivre", -1)).hasSameSizeAs(page.split("En retard, à faire", -1));
    }

    @Test
    void theLawOfARequirementIsSaidInTheWordsOfTheDossier() {
        DraftBlock.Line line = new DraftBlock.Line(
                "X-1", "Un titre", "Loi", "spare", new TreeMap<>(Map.of(Outcome.PASS, 1L)), List.of(), 0);
        assertThat(pages.page(Pages.view("fr", "Alpha", List.of(new DraftBlock.Verdicts("", List.of(line)))))
                        .text())
                .contains("Loi, en réserve");
    }

    @Test
    void everyLanguageHasEveryWord() throws IOException {
        java.util.Properties english = words("en");
        for (String language : List.of("fr", "de")) {
            List<Object> lacking = english.keySet().stream()
                    .filter(key -> !words(language).containsKey(key))
                    .toList();
            assertThat(lacking).as(language).isEmpty();
        }
    }

    private static DraftBlock.Finding finding(String id) {
        return new DraftBlock.Finding(new Subject("component", id), Outcome.FAIL, "sans autorisation", null);
    }

    private static java.util.Properties words(String language) {
        java.util.Properties words = new java.util.Properties();
        try {
            words.load(new java.io.StringReader(Resources.text("org/assay/dossier/words_" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
