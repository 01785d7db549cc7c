package org.assay.core.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.core.store.FeedRow;
import org.assay.core.store.FeedRows;

/** Rows about calendar feeds, in memory. */
final class MemoryFeeds implements FeedRows {
    private final Map<String, FeedRow> feedRows = new TreeMap<>();

    MemoryFeeds copy() {
        MemoryFeeds copy = new MemoryFeeds();
        copy.feedRows.putAll(feedRows);
        return copy;
    }

    @Override
    public List<FeedRow> of(String network) {
        return feedRows.values().stream()
                .filter(row -> row.network().equals(network))
                .toList();
    }

    @Override
    public void insert(FeedRow row) {
        feedRows.put(row.network() + "/" + row.name(), row);
    }

    @Override
    public boolean remove(String network, String name) {
        return feedRows.remove(network + "/" + name) != null;
    }
}
