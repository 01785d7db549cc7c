package org.assay.rest.internal.call;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.jspecify.annotations.Nullable;

/** Pages of lists that core answers whole. */
public final class Lists {
    private Lists() {}

    /**
     * A page.
     *
     * @param name tells this list from every other, without a line break
     * @param key an item's key, unique in the list
     * @throws org.assay.engine.fault.FaultException {@code unknown-cursor} if the cursor is none of this list, or what it
     *     stood at is gone
     */
    public static <T> Page<T> page(String name, List<T> all, Function<T, String> key, PageRequest wanted) {
        int from = start(name, all, key, wanted.cursor());
        int to = Math.min(all.size(), from + wanted.limit());
        List<T> items = all.subList(from, to);
        String next = to < all.size() ? Cursors.encode(name, key.apply(all.get(to - 1))) : null;
        return new Page<>(items, next, all.size());
    }

    private static <T> int start(String name, List<T> all, Function<T, String> key, @Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        String last = Cursors.decode(name, cursor);
        return IntStream.range(0, all.size())
                        .filter(i -> key.apply(all.get(i)).equals(last))
                        .findFirst()
                        .orElseThrow(() -> Cursors.unknown(cursor))
                + 1;
    }
}
