package org.assay.dossier.internal;

import java.util.List;
import org.jsoup.nodes.Element;

/** The few elements that a dossier is made of. Texts go in as text nodes, never as markup; attributes are ours. */
final class Html {
    private Html() {}

    /** An element with a text. */
    static Element text(Element in, String tag, String text) {
        return in.appendElement(tag).text(Words.clean(text));
    }

    /** The same with a class of ours. */
    static Element text(Element in, String tag, String ofClass, String text) {
        return text(in, tag, text).addClass(ofClass);
    }

    /** A text of facts: the browser finds its direction, and it does not turn that of its neighbours. */
    static Element fact(Element in, String tag, String text) {
        return text(in, tag, text).attr("dir", "auto");
    }

    /** Two columns: what, and its value. */
    static Element pairs(Element in) {
        return in.appendElement("table").addClass("plain").appendElement("tbody");
    }

    static Element pair(Element body, String label, String value) {
        Element row = body.appendElement("tr");
        text(row, "th", label).attr("scope", "row");
        return fact(row, "td", value);
    }

    /**
     * A table with a head, and no body yet.
     *
     * @param widths of its columns, in relation to each other
     * @param small whether it has so many columns that it needs small letters
     */
    static Element grid(Element in, List<String> labels, List<Integer> widths, boolean small) {
        Element table = in.appendElement("table").addClass("grid");
        if (small) {
            table.addClass("small");
        }
        int all = widths.stream().mapToInt(Integer::intValue).sum();
        Element columns = table.appendElement("colgroup");
        widths.forEach(width ->
                columns.appendElement("col").attr("style", "width:" + Math.round(1000.0 * width / all) / 10.0 + "%"));
        Element head = table.appendElement("thead").appendElement("tr");
        labels.forEach(label -> text(head, "th", label).attr("scope", "col"));
        return table;
    }

    /** A cell under a label: on a narrow screen the label stands before it. */
    static Element cell(Element row, String label, String text) {
        return fact(row, "td", text).attr("data-label", Words.clean(label));
    }
}
