package org.assay.rest.internal.view;

import java.util.List;
import java.util.function.Function;
import org.assay.core.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items in the list's order
 * @param nextCursor left out at the end
 * @param total how many the whole list has
 */
public record ListJson<T>(List<T> items, @Nullable String nextCursor, long total) {
    public ListJson {
        items = List.copyOf(items);
    }

    /** A page of core, its items written in another way. */
    public static <S, T> ListJson<T> of(Page<S> page, Function<? super S, T> view) {
        return new ListJson<>(page.items().stream().map(view).toList(), page.nextCursor(), page.total());
    }
}
