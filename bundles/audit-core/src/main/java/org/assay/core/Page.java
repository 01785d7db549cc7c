package org.assay.core;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param nextCursor where to go on; null at the end
 * @param total how many the whole list has
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, long total) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same part with other items. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextCursor, total);
    }
}
