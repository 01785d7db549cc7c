package org.assay.engine.dossier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.LegalSource;
import org.assay.api.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as far as the facts go, in one language. The same inputs give the same draft. Immutable.
 *
 * @param dossier its name in the pack
 * @param title for people
 * @param language of all its texts, where the pack has them in it
 * @param source the law that asks for it
 * @param recipient who gets it
 * @param note what a reader has to know; may be empty
 * @param programme whether it is the view of a supplier's programme
 * @param words how words of facts are said to people
 * @param none what is said where there is no chapter; may be empty
 * @param chapters at most 200
 * @param moreChapters how many were left out
 */
public record DossierDraft(
        String dossier,
        String title,
        String language,
        LegalSource source,
        String recipient,
        String note,
        boolean programme,
        Map<String, String> words,
        String none,
        List<Chapter> chapters,
        int moreChapters) {
    public DossierDraft {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        chapters = List.copyOf(chapters);
    }

    /** Whether nothing is missing in any chapter. */
    public boolean complete() {
        return chapters.stream().allMatch(Chapter::complete) && moreChapters == 0;
    }

    /** The same with only the chapter about one record, if there is one. */
    public DossierDraft about(Subject subject) {
        List<Chapter> own = chapters.stream()
                .filter(chapter -> subject.equals(chapter.subject()))
                .toList();
        return new DossierDraft(dossier, title, language, source, recipient, note, programme, words, none, own, 0);
    }

    /** How many items have a status, without annexes: they are more than the law asks for. */
    public long count(Status status) {
        return chapters.stream()
                .flatMap(chapter -> chapter.items().stream())
                .filter(item -> item.status() == status && !item.isAnnex())
                .count();
    }

    /** How far an item is. */
    public enum Status {
        /** All that it needs is there. */
        COMPLETE,
        /** Something is missing. */
        INCOMPLETE,
        /** Its condition does not hold. */
        NOT_NEEDED
    }

    /**
     * A chapter: the same items for one thing, such as one type of equipment.
     *
     * @param key what it is about; empty for the network as a whole
     * @param subject the record that it is about; null where it is about several or the network
     * @param title the word before the key; empty where there is none
     * @param doubts what would tell whether the chapter is needed at all; none where that is known, as where it is for one of its records
     * @param items as in the template
     */
    public record Chapter(String key, @Nullable Subject subject, String title, List<Gap> doubts, List<Item> items) {
        public Chapter {
            doubts = List.copyOf(doubts);
            items = List.copyOf(items);
        }

        /** Whether it is needed for sure, and none of its items is incomplete. */
        public boolean complete() {
            return doubts.isEmpty() && items.stream().noneMatch(item -> item.status() == Status.INCOMPLETE);
        }
    }

    /**
     * An item.
     *
     * @param number as the law numbers it
     * @param title for people
     * @param text what the law wants there; may be empty
     * @param status how far it is
     * @param gaps what is missing; none unless it is incomplete
     * @param blocks what it shows; none where it is not needed
     */
    public record Item(
            String number, String title, String text, Status status, List<Gap> gaps, List<DraftBlock> blocks) {
        public Item {
            gaps = List.copyOf(gaps);
            blocks = List.copyOf(blocks);
        }

        /** Whether it is an annex, which has a capital letter for its number. */
        public boolean isAnnex() {
            return number.length() == 1 && Character.isUpperCase(number.charAt(0));
        }
    }

    /**
     * Something missing.
     *
     * @param of whom to ask
     * @param question what to ask
     * @param count how many facts the answer gives
     * @param paths which, at most 20
     */
    public record Gap(String of, String question, int count, List<String> paths) {
        public Gap {
            paths = List.copyOf(paths);
        }
    }
}
