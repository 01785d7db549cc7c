package org.assay.core.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.RegimeRows;

/** Rows about regimes, in memory. */
final class MemoryRegimes implements RegimeRows {
    private final Map<String, RegimeRow> regimeRows = new TreeMap<>();

    MemoryRegimes copy() {
        MemoryRegimes copy = new MemoryRegimes();
        copy.regimeRows.putAll(regimeRows);
        return copy;
    }

    @Override
    public List<RegimeRow> all() {
        return List.copyOf(regimeRows.values());
    }

    @Override
    public Optional<RegimeRow> find(String id) {
        return Optional.ofNullable(regimeRows.get(id));
    }

    @Override
    public Optional<RegimeRow> lock(String id) {
        return find(id);
    }

    @Override
    public void put(RegimeRow row) {
        regimeRows.put(row.id(), row);
    }
}
