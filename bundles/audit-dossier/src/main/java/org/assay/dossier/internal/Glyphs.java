package org.assay.dossier.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * Says characters that a PDF's fonts lack, such as Chinese ones, by their numbers ({@code U+534E}): a record that shows a sign of
 * want in their place would not tell one name from another.
 */
final class Glyphs {
    /** All below are in the fonts, as far as texts have them. */
    private static final int EUROPEAN = 0x530;

    private Glyphs() {}

    /** Parsed once, when a text first has a character that is asked about; their tables only are read afterwards. */
    private static final class Parsed {
        private static final List<CmapLookup> FONTS =
                PdfMaker.fonts().stream().map(Glyphs::characters).toList();
    }

    /** Changes the texts of a page; whether there were any such characters. */
    static boolean spell(Document page) {
        List<TextNode> foreign = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text
                            && text.getWholeText().codePoints().anyMatch(Glyphs::isFar)) {
                        foreign.add(text);
                    }
                },
                page);
        if (foreign.isEmpty()) {
            return false;
        }
        List<CmapLookup> known = Parsed.FONTS;
        boolean spelt = false;
        for (TextNode text : foreign) {
            String before = text.getWholeText();
            String after = before.codePoints().mapToObj(one -> said(one, known)).collect(Collectors.joining());
            spelt |= !after.equals(before);
            text.text(after);
        }
        return spelt;
    }

    private static boolean isFar(int character) {
        return character >= EUROPEAN;
    }

    private static String said(int character, List<CmapLookup> known) {
        boolean has = !isFar(character) || known.stream().allMatch(font -> font.getGlyphId(character) != 0);
        return has ? Character.toString(character) : String.format("U+%04X ", character);
    }

    private static CmapLookup characters(String font) {
        try (InputStream in = Resources.open(font).orElseThrow(() -> new IllegalStateException("no font " + font));
                TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + font + " cannot be read", e);
        }
    }
}
