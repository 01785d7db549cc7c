package org.assay.dossier.internal;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/** Makes PDF of a page: tagged, with its fonts, and the same bytes for the same page. Nothing is loaded from anywhere. */
final class PdfMaker {
    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/DejaVu";
    private static final String SANS = "Dossier Sans";
    private static final Pattern DATES = Pattern.compile("(<xmp:(?:Create|Modify|Metadata)Date>)([^<]*)(</xmp:)");
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private PdfMaker() {}

    /**
     * Makes it.
     *
     * @param at the moment that the document says it was made: that of its facts
     */
    static byte[] make(Document page, Instant at) {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = renderer(page)) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                pin(document, page, at);
                document.save(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no PDF could be made", e);
        }
        return out.toByteArray();
    }

    private static PdfBoxRenderer renderer(Document page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(page), null);
        builder.useUriResolver((base, uri) -> uri != null && uri.startsWith("#") ? uri : null);
        for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, priority);
        }
        builder.useFont(font("SansCondensed"), SANS, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(font("SansCondensed-Bold"), SANS, BOLD, FontStyle.NORMAL, true);
        builder.useFont(font("SansCondensed-Oblique"), SANS, NORMAL, FontStyle.ITALIC, true);
        builder.useFont(font("SansMono"), "Dossier Mono", NORMAL, FontStyle.NORMAL, true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ColourProfile.srgb());
        builder.useUnicodeLineBreaker(new LineBreaks());
        builder.withProducer("Assay");
        return builder.buildPdfRenderer();
    }

    /** The fonts in which facts are written. */
    static List<String> fonts() {
        return List.of(path("SansCondensed"), path("SansCondensed-Bold"));
    }

    private static String path(String name) {
        return FONTS + name + ".ttf";
    }

    private static FSSupplier<InputStream> font(String name) {
        String path = path(name);
        return () -> Resources.open(path).orElseThrow(() -> new IllegalStateException("no font " + path));
    }

    /** What would tell the moment of making instead of that of the facts. */
    private static void pin(PDDocument document, Document page, Instant at) throws IOException {
        Calendar moment = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(moment);
        document.getDocumentInformation().setModificationDate(moment);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String pinned = DATES.matcher(new String(metadata.toByteArray(), StandardCharsets.UTF_8))
                .replaceAll("$1" + at.truncatedTo(ChronoUnit.SECONDS) + "$3");
        metadata.importXMPMetadata(pinned.getBytes(StandardCharsets.UTF_8));
        CRC32 sum = new CRC32();
        sum.update(page.outerHtml().getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(sum.getValue());
    }
}
