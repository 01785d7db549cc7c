package org.assay.dossier.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assay.api.LegalSource;
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

/** Dossiers that are printed, and how they are read again. */
final class Pages {
    private static final LegalSource LAW = new LegalSource("CPCE", "R. 20-29-11", "", LegalSource.Mark.SEEN);
    static final String DIGEST = "sha256:" + "0".repeat(64);

    final Printer printer = new Printer();

    static DossierView view(String language, String name, List<DraftBlock> blocks) {
        Gap gap = new Gap("operator", "Where is the seat?", 3, List.of());
        return of(
                language,
                name,
                List.of(new Item("1°", "Identité " + name, "", Status.INCOMPLETE, List.of(gap), blocks)));
    }

    static DossierView of(String language, String name, List<Item> items) {
        Chapter chapter = new Chapter(name, null, "Appareil", List.of(), items);
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

    static DossierView fact(String text) {
        Cell cell = new Cell(text, true, true);
        return view(
                "fr",
                text,
                List.of(
                        new Fields(text, List.of(new Field("Nom", cell))),
                        new Table("", List.of("Nom"), List.of(new Row(List.of(cell), 1, null)), 0, 1, false, "")));
    }

    Document page(DossierView view) {
        return Jsoup.parse(new String(printer.html(view), StandardCharsets.UTF_8));
    }

    String text(DossierView view) {
        return read(view, document -> new PDFTextStripper().getText(document).replace('\u00a0', ' '));
    }

    interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    <T> T read(DossierView view, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(printer.pdf(view))) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
