package org.assay.core;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.assay.engine.facts.Nearest;

/**
 * A value of a filter that nothing can have: the empty list would read as "in order".
 *
 * @param parameter {@code regime}, {@code requirement}, {@code procedure}, {@code kind} or {@code subject}
 * @param value as it was asked for
 * @param near the word that was probably meant
 */
public record StrangeFilter(String parameter, String value, Optional<String> near) {
    /**
     * The first of the values that is none of the known ones, in their order.
     *
     * @param known not asked for where nothing is wanted
     */
    public static Optional<StrangeFilter> first(
            String parameter, Collection<String> wanted, Supplier<SortedSet<String>> known) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> words = known.get();
        return wanted.stream()
                .sorted()
                .filter(value -> !words.contains(value))
                .findFirst()
                .map(value -> new StrangeFilter(parameter, value, Nearest.of(value, words)));
    }
}
