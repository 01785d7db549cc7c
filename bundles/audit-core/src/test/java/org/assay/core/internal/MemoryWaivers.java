package org.assay.core.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.core.store.WaiverRow;
import org.assay.core.store.WaiverRows;

/** Rows about waivers, in memory. */
final class MemoryWaivers implements WaiverRows {
    private final Map<String, WaiverRow> waiverRows = new TreeMap<>(Comparator.reverseOrder());

    MemoryWaivers copy() {
        MemoryWaivers copy = new MemoryWaivers();
        copy.waiverRows.putAll(waiverRows);
        return copy;
    }

    @Override
    public List<WaiverRow> of(String network) {
        return waiverRows.values().stream()
                .filter(row -> row.network().equals(network))
                .toList();
    }

    @Override
    public Optional<WaiverRow> find(String id) {
        return Optional.ofNullable(waiverRows.get(id));
    }

    @Override
    public Optional<WaiverRow> lock(String id) {
        return find(id);
    }

    @Override
    public void insert(WaiverRow row) {
        waiverRows.put(row.id(), row);
    }

    @Override
    public void update(WaiverRow row) {
        waiverRows.put(row.id(), row);
    }
}
