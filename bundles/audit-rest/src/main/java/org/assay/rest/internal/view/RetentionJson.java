package org.assay.rest.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.core.Page;
import org.assay.core.Removed;
import org.assay.core.Retention;
import org.jspecify.annotations.Nullable;

/** What goes once it is old, as the API writes it. */
public record RetentionJson(
        Map<String, Integer> days, Map<String, Long> kept, List<Item> items, @Nullable String nextCursor, long total) {

    /** A page of what would go. */
    public static RetentionJson of(Retention.Plan plan, Page<Retention.Item> page) {
        List<Item> items = page.items().stream().map(Item::of).toList();
        return new RetentionJson(plan.days(), plan.kept(), items, page.nextCursor(), page.total());
    }

    /** Something that would go. */
    public record Item(String kind, String network, String id, @Nullable String digest, String since, String because) {
        static Item of(Retention.Item item) {
            return new Item(
                    Words.of(item.kind()),
                    item.network(),
                    item.id(),
                    item.digest(),
                    item.since().toString(),
                    item.because());
        }
    }

    /** What went. */
    public record Done(Map<String, Long> removed) {
        /** From what core did. */
        public static Done of(Retention.Done done) {
            Map<String, Long> removed = new LinkedHashMap<>();
            for (Retention.Kind kind : Retention.Kind.values()) {
                removed.put(Words.of(kind), done.removed().getOrDefault(kind, 0L));
            }
            return new Done(removed);
        }
    }

    /** That something went. */
    public record Gone(String at, String because) {
        static @Nullable Gone of(@Nullable Removed removed) {
            return removed == null ? null : new Gone(removed.at().toString(), removed.because());
        }
    }
}
