package org.assay.core.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.core.Deadline;
import org.assay.engine.digest.Sha256;

/**
 * Of how many and of which subjects a day was told.
 *
 * @param count how many there are
 * @param shown the digests of those that the calendar names, which may be fewer
 */
record ToldSubjects(long count, Set<String> shown) {
    /** Enough to tell a few subjects of one network apart; the ids themselves may be long. */
    private static final int LENGTH = 12;

    ToldSubjects {
        shown = Set.copyOf(shown);
    }

    static ToldSubjects of(Deadline one) {
        return new ToldSubjects(
                one.count(),
                one.subjects().stream()
                        .map(subject -> digest(subject.kind() + "/" + subject.id()))
                        .collect(Collectors.toSet()));
    }

    static ToldSubjects parse(String text) {
        List<String> words = List.of(text.split(" "));
        return new ToldSubjects(Long.parseLong(words.get(0)), Set.copyOf(words.subList(1, words.size())));
    }

    /** As {@link #parse} reads it. */
    String print() {
        return Stream.concat(Stream.of(Long.toString(count)), shown.stream().sorted())
                .collect(Collectors.joining(" "));
    }

    /** Whether something has joined since those were told. */
    boolean joins(ToldSubjects before) {
        boolean whole = isWhole() && before.isWhole();
        return count > before.count || whole && !before.shown.containsAll(shown);
    }

    private boolean isWhole() {
        return count <= shown.size();
    }

    private static String digest(String subject) {
        String all = Sha256.textOf(subject.getBytes(StandardCharsets.UTF_8));
        return all.substring(all.length() - LENGTH);
    }
}
