package org.assay.dossier.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assay.core.DossierPrinter;
import org.assay.core.DossierView;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.osgi.service.component.annotations.Component;

/** Prints dossiers: one page is built of typed elements, and is the HTML as it is and the PDF by way of its DOM. */
@Component
public final class Printer implements DossierPrinter {
    @Override
    public byte[] html(DossierView dossier) {
        return DossierPage.of(dossier).outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] pdf(DossierView dossier) {
        Document page = DossierPage.withBookmarks(dossier);
        if (Glyphs.spell(page)) {
            String language = dossier.draft().language();
            Element note = new Element("p").addClass("note");
            note.text(Words.of(language, Map.of()).say("spelt"));
            page.select("h1").first().after(note);
        }
        return PdfMaker.make(page, dossier.knownAt());
    }
}
