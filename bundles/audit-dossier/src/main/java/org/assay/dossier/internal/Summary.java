package org.assay.dossier.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DossierDraft.Status;
import org.jsoup.nodes.Element;

/** How far a dossier is: what is missing over all chapters, each question once. Used once. */
final class Summary {
    private static final int SHOWN = 4;

    private final DossierDraft draft;
    private final Words words;
    private final Map<Question, Where> questions = new LinkedHashMap<>();

    Summary(DossierDraft draft, Words words) {
        this.draft = draft;
        this.words = words;
        draft.chapters().forEach(this::gather);
    }

    private record Question(String of, String question) {}

    private record Where(TreeSet<String> items, TreeSet<String> chapters) {}

    private void gather(Chapter chapter) {
        for (Item item : chapter.items()) {
            for (Gap gap : item.gaps()) {
                Where where = questions.computeIfAbsent(
                        new Question(gap.of(), gap.question()), any -> new Where(new TreeSet<>(), new TreeSet<>()));
                where.items().add(item.number());
                where.chapters().add(chapter.key());
            }
        }
    }

    void write(Element body) {
        long complete = draft.count(Status.COMPLETE);
        long all = complete + draft.count(Status.INCOMPLETE);
        Html.text(body, "h2", words.say("missingTitle"));
        Html.text(
                body, "p", complete == all ? words.say("allComplete", all) : words.say("itemsComplete", complete, all));
        String annexes = draft.chapters().stream()
                .flatMap(chapter -> chapter.items().stream())
                .filter(item -> item.isAnnex() && item.status() == Status.INCOMPLETE)
                .map(Item::number)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!annexes.isEmpty()) {
            Html.text(body, "p", words.say("annexesOpen", annexes));
        }
        if (questions.isEmpty()) {
            Html.text(body, "p", words.say("nothingMissing"));
            return;
        }
        boolean several = draft.chapters().size() > 1;
        List<String> labels = several
                ? List.of(
                        words.say("missingOf"),
                        words.say("missingQuestion"),
                        words.say("missingItems"),
                        words.say("missingWhere"))
                : List.of(words.say("missingOf"), words.say("missingQuestion"), words.say("missingItems"));
        Grid grid = new Grid(labels);
        questions.forEach((question, where) -> {
            String items = String.join(", ", where.items());
            if (several) {
                grid.row(words.word(question.of()), question.question(), items, chapters(where));
            } else {
                grid.row(words.word(question.of()), question.question(), items);
            }
        });
        grid.write(body);
    }

    private String chapters(Where where) {
        return words.some(List.copyOf(where.chapters()), SHOWN);
    }
}
