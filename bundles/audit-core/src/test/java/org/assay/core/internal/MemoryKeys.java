package org.assay.core.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.core.store.KeyRow;
import org.assay.core.store.KeyRows;

/** Rows about keys, in memory. */
final class MemoryKeys implements KeyRows {
    private final Map<String, KeyRow> keyRows = new TreeMap<>();

    MemoryKeys copy() {
        MemoryKeys copy = new MemoryKeys();
        copy.keyRows.putAll(keyRows);
        return copy;
    }

    @Override
    public List<KeyRow> all() {
        return List.copyOf(keyRows.values());
    }

    @Override
    public Optional<KeyRow> lock(String id) {
        return Optional.ofNullable(keyRows.get(id));
    }

    @Override
    public void put(KeyRow row) {
        keyRows.put(row.id(), row);
    }
}
