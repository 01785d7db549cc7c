package org.assay.dossier.internal;

import java.util.List;
import org.assay.core.DossierView;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DossierDraft.Status;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** The page of a dossier, built element by element. Used once. */
final class DossierPage {
    private static final int NAME = 70;
    private static final int BRIEF = 6;

    private final DossierView view;
    private final DossierDraft draft;
    private final Words words;
    private final Blocks blocks;

    private DossierPage(DossierView view) {
        this.view = view;
        this.draft = view.draft();
        this.words = Words.of(draft.language(), draft.words());
        this.blocks = new Blocks(words);
    }

    static Document of(DossierView view) {
        return new DossierPage(view).page();
    }

    /** With what a PDF shows beside its pages; a browser does not know it. */
    static Document withBookmarks(DossierView view) {
        DossierPage page = new DossierPage(view);
        Document document = page.page();
        page.bookmarks(document.head().appendElement("bookmarks"));
        return document;
    }

    private Document page() {
        Document page = new Document("");
        page.outputSettings().prettyPrint(false).charset(java.nio.charset.StandardCharsets.UTF_8);
        page.appendChild(new DocumentType("html", "", ""));
        Element html = page.appendElement("html").attr("lang", draft.language());
        head(html.appendElement("head"));
        body(html.appendElement("body"));
        return page;
    }

    private void head(Element head) {
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", "default-src 'none'; style-src 'unsafe-inline'");
        head.appendElement("meta").attr("name", "robots").attr("content", "noindex");
        Html.text(head, "title", draft.title() + " – " + view.networkName());
        head.appendElement("meta").attr("name", "subject").attr("content", Words.clean(draft.title()));
        head.appendElement("meta").attr("name", "description").attr("content", Words.clean(draft.title()));
        head.appendElement("style").appendChild(new DataNode(Resources.text("org/assay/dossier/dossier.css")));
    }

    private void bookmarks(Element bookmarks) {
        for (int number = 0; number < draft.chapters().size(); number++) {
            Chapter chapter = draft.chapters().get(number);
            Element in = chapter.key().isEmpty() ? bookmarks : bookmark(bookmarks, title(chapter), anchor(number));
            for (int item = 0; item < chapter.items().size(); item++) {
                Item one = chapter.items().get(item);
                bookmark(in, one.number() + " " + one.title(), anchor(number, item));
            }
        }
    }

    private static Element bookmark(Element in, String name, String anchor) {
        return in.appendElement("bookmark").attr("name", Words.clean(name)).attr("href", "#" + anchor);
    }

    private static String anchor(int chapter, int item) {
        return anchor(chapter) + "-item-" + (item + 1);
    }

    private static String anchor(int chapter) {
        return "chapter-" + (chapter + 1);
    }

    private static String title(Chapter chapter) {
        return chapter.title().isEmpty() ? chapter.key() : chapter.title() + " " + chapter.key();
    }

    private void body(Element body) {
        String day = words.day(view.asOf());
        Html.text(body, "div", "footer", words.say("footer", brief(view.networkName()), day));
        Element pages = Html.text(body, "div", "pages", words.say("page") + " ");
        pages.appendElement("span").addClass("page");
        main(body.appendElement("main"), day);
    }

    private void main(Element main, String day) {
        banner(main);
        Html.text(main, "h1", draft.title());
        about(main, day);
        if (!draft.note().isEmpty()) {
            Html.text(main, "p", "note", draft.note());
        }
        if (draft.chapters().isEmpty()) {
            Html.text(main, "p", draft.none());
            return;
        }
        new Summary(draft, words).write(main);
        contents(main);
        for (int number = 0; number < draft.chapters().size(); number++) {
            chapter(main, number);
        }
    }

    /** A name as far as the margin of a page has room for it. */
    private static String brief(String name) {
        return name.codePointCount(0, name.length()) <= NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME)) + "…";
    }

    private void banner(Element body) {
        Element box = body.appendElement("div").addClass("draft");
        Html.text(box, "b", words.say("draft"));
        box.appendText(" – " + words.say("draftText"));
    }

    private void about(Element body, String day) {
        Element rows = Html.pairs(body);
        Html.pair(rows, words.say("recipient"), draft.recipient());
        Html.pair(
                rows,
                words.say("law"),
                draft.source().act() + ", " + draft.source().section());
        Html.pair(rows, words.say("network"), view.networkName() + " (" + view.network() + ")");
        Html.pair(rows, words.say("asOf"), day);
        Html.pair(rows, words.say("knownAt"), words.moment(view.knownAt()));
        Element pack = Html.pair(rows, words.say("pack"), view.regime() + " " + view.packVersion());
        pack.appendElement("br");
        Html.text(pack, "span", "digest", view.packDigest());
        Element facts = Html.pair(rows, words.say("snapshot"), "");
        Html.text(facts, "span", "digest", view.snapshot());
    }

    private void contents(Element in) {
        if (draft.chapters().size() < 2) {
            return;
        }
        Element nav = in.appendElement("nav").attr("aria-label", words.say("contents"));
        Html.text(nav, "h2", words.say("contents"));
        Element rows = Html.grid(nav, List.of(draft.chapters().get(0).title(), words.say("open")), List.of(2, 1), false)
                .appendElement("tbody");
        for (int number = 0; number < draft.chapters().size(); number++) {
            Chapter chapter = draft.chapters().get(number);
            Element row = rows.appendElement("tr");
            Element cell = Html.cell(row, chapter.title(), "");
            Html.text(cell, "a", chapter.key())
                    .attr("href", "#" + anchor(number))
                    .attr("title", Words.clean(chapter.key()));
            List<String> open = chapter.items().stream()
                    .filter(item -> item.status() == Status.INCOMPLETE)
                    .map(Item::number)
                    .toList();
            if (!chapter.doubts().isEmpty()) {
                cell.appendText(" – " + words.say("doubtful"));
            }
            Html.cell(row, words.say("open"), open.isEmpty() ? words.say("none") : String.join(", ", open));
        }
        if (draft.moreChapters() > 0) {
            Html.text(nav, "p", words.say("moreChapters", draft.moreChapters()));
        }
    }

    private void chapter(Element body, int number) {
        Chapter chapter = draft.chapters().get(number);
        Element section = body.appendElement("section").attr("id", anchor(number));
        if (chapter.key().isEmpty()) {
            Html.text(section, "h2", words.say("missingItems"));
        } else {
            section.addClass("chapter");
            Html.text(section, "h2", title(chapter)).attr("dir", "auto");
        }
        if (!chapter.doubts().isEmpty()) {
            Element box = box(section, "doubt", chapter.doubts());
            Html.text(box, "b", words.say("doubt"));
            questions(box, chapter.doubts());
        }
        for (int item = 0; item < chapter.items().size(); item++) {
            item(section, chapter.items().get(item), anchor(number, item));
        }
    }

    private void item(Element section, Item item, String anchor) {
        Element heading = Html.text(section, "h3", item.number() + " " + item.title() + " ");
        heading.attr("id", anchor);
        String status =
                switch (item.status()) {
                    case COMPLETE -> "complete";
                    case INCOMPLETE -> "incomplete";
                    case NOT_NEEDED -> "notNeeded";
                };
        heading.appendText(" ");
        Html.text(heading, "span", "status", words.say(status))
                .addClass(item.status().name());
        if (!item.text().isEmpty()) {
            Html.text(section, "p", "text", item.text());
        }
        if (!item.gaps().isEmpty()) {
            Element box = box(section, "gaps", item.gaps());
            Html.text(box, "b", words.say("missingHere"));
            questions(box, item.gaps());
        }
        item.blocks().forEach(block -> blocks.write(section, block));
    }

    /** A box of few questions stays on one page: its heading would stand alone at the end of the one before. */
    private static Element box(Element section, String ofClass, List<Gap> gaps) {
        Element box = section.appendElement("div").addClass(ofClass);
        return gaps.size() > BRIEF ? box : box.addClass("brief");
    }

    private void questions(Element box, List<Gap> gaps) {
        Element list = box.appendElement("ul");
        for (Gap gap : gaps) {
            String count = gap.count() > 1 ? " (" + gap.count() + ")" : "";
            Html.fact(list, "li", words.say("byWhom", words.word(gap.of()), gap.question()) + count);
        }
    }
}
