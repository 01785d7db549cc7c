package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.assay.core.DossierView;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.dossier.DraftBlock.Row;
import org.assay.engine.dossier.DraftBlock.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What an authority files must be legible for as long as it keeps it. */
class LastingTest {
    private final Pages pages = new Pages();

    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_2_A", "PDFUA_1"})
    void thePdfConformsToTheStandardsThatItNames(PDFAFlavour flavour) throws Exception {
        byte[] pdf = pages.printer.pdf(full());
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                            .map(one -> one.getRuleId().getClause() + ": " + one.getMessage())
                            .distinct())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isPositive();
        }
    }

    /** Something of everything that a dossier may show. */
    private static DossierView full() {
        Cell cell = new Cell("Réseau – Ünter <b> €", true, true);
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
        List<Row> many =
                Stream.generate(() -> new Row(List.of(cell), 3, open)).limit(60).toList();
        return Pages.view(
                "fr",
                "Alpha",
                List.of(
                        new DraftBlock.Fields(
                                "Champs", List.of(new DraftBlock.Field("Nom", new Cell(null, false, true)))),
                        new Table("Demandes", List.of("Dossier"), many, 7, 67, true, ""),
                        new Table("Accès", List.of("Nom"), List.of(), 0, 0, false, "Aucun accès."),
                        new DraftBlock.Verdicts(
                                "Audit",
                                List.of(new DraftBlock.Line(
                                        "FR-1", "Autorisation", "CPCE", "L. 34-11", new TreeMap<>(), List.of(), 0)))));
    }

    @Test
    void itHasBookmarksForItsChaptersAndTheirItems() {
        pages.read(full(), document -> {
            PDOutlineItem chapter =
                    document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(chapter.getTitle()).isEqualTo("Appareil Alpha");
            assertThat(chapter.getFirstChild().getTitle()).isEqualTo("1° Identité Alpha");
            assertThat(chapter.getFirstChild().findDestinationPage(document)).isNotNull();
            return document;
        });
    }

    @Test
    void itTellsNothingOfWhoMadeItButTheProgram() {
        pages.read(full(), document -> {
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(document.getDocumentInformation().getCreator()).isNull();
            assertThat(document.getDocumentInformation().getProducer()).isEqualTo("Assay");
            return document;
        });
    }
}
