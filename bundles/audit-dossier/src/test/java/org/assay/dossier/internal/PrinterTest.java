package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.core.DossierView;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DossierDraft.Status;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.dossier.DraftBlock.Field;
import org.assay.engine.dossier.DraftBlock.Fields;
import org.assay.engine.dossier.DraftBlock.Row;
import org.assay.engine.dossier.DraftBlock.Table;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PrinterTest {
    private static final LegalSource LAW = new LegalSource("CPCE", "R. 20-29-11", "", LegalSource.Mark.SEEN);
    private static final String DIGEST = "sha256:" + "0".repeat(64);

    private final Printer printer = new Printer();

    private static DossierView view(String language, String name, List<DraftBlock> blocks) {
        Gap gap = new Gap("operator", "Where is the seat?", 3, List.of());
        Item item = new Item("1°", "Identité " + name, "", Status.INCOMPLETE, List.of(gap), blocks);
        Chapter chapter = new Chapter(name, null, "Appareil", List.of(), List.of(item));
        DossierDraft draft = new DossierDraft(
                "application",
                "Dossier",
                language,
                LAW,
                name,
                name,
                false,
                Map.of("spare", "en réserve"),
                "",
                List.of(chapter, chapter),
                0);
        return new DossierView(
                "fr-anssi.application",
                "alpha",
                name,
                "fr-anssi",
                "2026.1.0",
                DIGEST,
                DIGEST,
                Instant.parse("2026-11-20T10:00:00Z"),
                LocalDate.parse("2026-11-21"),
                draft);
    }

    private static DossierView fact(String text) {
        Cell cell = new Cell(text, true, true);
        return view(
                "fr",
                text,
                List.of(
                        new Fields(text, List.of(new Field("Nom", cell))),
                        new Table("", List.of("Nom"), List.of(new Row(List.of(cell), 1, null)), 0, 1, false, "")));
    }

    private Document page(DossierView view) {
        return Jsoup.parse(new String(printer.html(view), StandardCharsets.UTF_8));
    }

    private String text(DossierView view) {
        return read(view, document -> new PDFTextStripper().getText(document).replace('\u00a0', ' '));
    }

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    private <T> T read(DossierView view, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(printer.pdf(view))) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void factsAreTextAndNeverMarkup() {
        String hostile = "<script>alert(1)</script><img src=x onerror=y>&lt;b&gt;\" onclick=\"z' </td></table><!--";
        Document page = page(fact(hostile));
        assertThat(page.select("script, img, iframe, object, [onclick], [onerror]"))
                .isEmpty();
        assertThat(page.select("td").eachText()).contains(hostile);
        assertThat(page.title()).isEqualTo("Dossier – " + hostile);
        assertThat(text(fact("<b>&amp;</b>"))).contains("<b>&amp;</b>");
    }

    @Test
    void attributesAreOurOwn() {
        Document page = page(fact("javascript:alert(1)"));
        for (Element element : page.getAllElements()) {
            assertThat(element.attr("href")).as(element.tagName()).matches("|#chapter-[0-9]+");
            assertThat(element.attr("style")).as(element.tagName()).matches("|width:[0-9.]+%");
            assertThat(element.attr("src")).isEmpty();
        }
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String to = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            for (String hostile : List.of(
                    "<img src='" + to + "i.png'/>",
                    "<link rel='stylesheet' href='" + to + "s.css'/>",
                    "</style><style>@import url('" + to + "a.css'); body { background: url(" + to + "b.png) }</style>",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM '" + to + "e'>]>&e;",
                    "<object data='" + to + "o'></object><a href='" + to + "'>a</a>",
                    "url(" + to + "u.png)",
                    "<img src='file:///etc/hostname'/>")) {
                assertThat(printer.pdf(fact(hostile))).isNotEmpty();
                assertThat(text(fact(hostile))).contains(hostile.substring(0, 8));
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatTurnsTextOrSteersATerminalIsLeftOut() {
        String turned = "Alpha\u202Egnp.exe\u2066\u200F\u0007\u001B[31m\uFEFF\uD800 ok";
        assertThat(page(fact(turned)).select("td").eachText()).contains("Alphagnp.exe[31m ok");
        assertThat(page(fact("שלום עולם")).select("td[dir=auto]").eachText()).contains("שלום עולם");
    }

    @Test
    void lettersOfItsLanguagesAreInThePdfWithTheirFonts() {
        String letters = "é è ç œ ß ä Ö ü € „Zitat“ « cité » – ÷ ≥ Ł";
        DossierView view = fact(letters);
        assertThat(text(view)).contains(letters);
        assertThat(read(view, PrinterTest::fonts)).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
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
        DossierView view = fact("Alpha");
        read(view, document -> {
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
        assertThat(printer.html(fact("Alpha"))).isEqualTo(printer.html(fact("Alpha")));
        assertThat(printer.pdf(fact("Alpha")))
                .isEqualTo(printer.pdf(fact("Alpha")))
                .isNotEqualTo(printer.pdf(fact("Beta")));
    }

    @Test
    void itSaysThatItIsADraftAndWhatPinsIt() {
        String french = text(fact("Alpha"));
        assertThat(french)
                .contains(
                        "PROJET",
                        "CPCE, R. 20-29-11",
                        "21 novembre 2026",
                        "20 novembre 2026, 10:00 UTC",
                        "fr-anssi 2026.1.0")
                .contains(DIGEST, "Il manque", "opérateur : Where is the seat? (3)", "0 points sur 2");
        assertThat(text(view("de", "Alpha", List.of()))).contains("ENTWURF", "21. November 2026", "Es fehlt");
        assertThat(text(view("en", "Alpha", List.of()))).contains("DRAFT", "21 November 2026", "Missing");
        assertThat(text(view("nl", "Alpha", List.of()))).contains("DRAFT");
    }

    @Test
    void aVeryLongWordStaysOnThePage() {
        String word = "x".repeat(1_500);
        String text = text(fact(word));
        assertThat(text.lines().mapToInt(String::length).max().orElse(0)).isLessThan(200);
        assertThat(text.chars().filter(c -> c == 'x').count()).isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void tenThousandRowsMakeABoundedDocumentThatSaysHowManyAreLeftOut() {
        List<Row> rows = IntStream.range(0, 1_000)
                .mapToObj(number -> new Row(List.of(new Cell("row " + number, true, true)), 1, null))
                .toList();
        DraftBlock table = new Table("", List.of("Nom"), rows, 9_000, 10_000, false, "");
        DossierView view = view("en", "Alpha", List.of(table));
        assertThat(page(view).select("section").first().select("tbody tr")).hasSize(200);
        assertThat(text(view)).contains("… and 9800 more rows");
        assertThat(read(view, PDDocument::getNumberOfPages)).isLessThan(30);

        List<DraftBlock> many = IntStream.range(0, 60).mapToObj(number -> table).toList();
        assertThat(page(view("en", "Alpha", many)).select("section tbody tr")).hasSize(4_000);
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
        Document page = page(view("fr", "Alpha", List.of(new Fields("", fields))));
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
                "décider");
        DossierView view = view(
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
        Document page = page(view);
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

    private static DraftBlock.Finding finding(String id) {
        return new DraftBlock.Finding(new Subject("component", id), Outcome.FAIL, "sans autorisation", null);
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
