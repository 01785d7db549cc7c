package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import org.assay.core.DossierView;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Status;
import org.jspecify.annotations.Nullable;

/** The draft of a dossier as the API writes it. */
public record DossierJson(
        String id,
        String network,
        String networkName,
        String regime,
        String packVersion,
        String packDigest,
        String snapshot,
        String knownAt,
        String asOf,
        String title,
        String language,
        RequirementJson.Source source,
        String recipient,
        @Nullable String note,
        boolean programme,
        boolean draft,
        boolean complete,
        Items items,
        @Nullable String none,
        Map<String, String> words,
        List<Chapter> chapters,
        int moreChapters) {

    /** From what core knows. */
    public static DossierJson of(DossierView view) {
        DossierDraft draft = view.draft();
        return new DossierJson(
                view.id(),
                view.network(),
                view.networkName(),
                view.regime(),
                view.packVersion(),
                view.packDigest(),
                view.snapshot(),
                view.knownAt().toString(),
                view.asOf().toString(),
                draft.title(),
                draft.language(),
                RequirementJson.Source.of(draft.source()),
                draft.recipient(),
                Words.orNone(draft.note()),
                draft.programme(),
                true,
                draft.complete(),
                new Items(draft.count(Status.COMPLETE), draft.count(Status.INCOMPLETE), draft.count(Status.NOT_NEEDED)),
                Words.orNone(draft.none()),
                draft.words(),
                draft.chapters().stream().map(Chapter::of).toList(),
                draft.moreChapters());
    }

    /** How many items have each status. */
    public record Items(long complete, long incomplete, long notNeeded) {}

    /** A chapter; without a key it is about the network. */
    public record Chapter(
            @Nullable String key,
            @Nullable SubjectJson subject,
            @Nullable String title,
            boolean complete,
            List<Gap> doubts,
            List<Item> items) {
        static Chapter of(DossierDraft.Chapter chapter) {
            return new Chapter(
                    Words.orNone(chapter.key()),
                    chapter.subject() == null ? null : SubjectJson.of(chapter.subject()),
                    Words.orNone(chapter.title()),
                    chapter.complete(),
                    chapter.doubts().stream().map(Gap::of).toList(),
                    chapter.items().stream().map(Item::of).toList());
        }
    }

    /** An item of the law's list. */
    public record Item(
            String number,
            String title,
            @Nullable String text,
            String status,
            List<Gap> missing,
            List<DossierBlockJson> blocks) {
        static Item of(DossierDraft.Item item) {
            return new Item(
                    item.number(),
                    item.title(),
                    Words.orNone(item.text()),
                    Words.of(item.status()),
                    item.gaps().stream().map(Gap::of).toList(),
                    item.blocks().stream().map(DossierBlockJson::of).toList());
        }
    }

    /** Something missing: whom to ask what. */
    public record Gap(String of, String question, int count, List<String> paths) {
        static Gap of(DossierDraft.Gap gap) {
            return new Gap(gap.of(), gap.question(), gap.count(), gap.paths());
        }
    }
}
