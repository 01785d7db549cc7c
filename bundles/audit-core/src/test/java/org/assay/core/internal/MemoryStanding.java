package org.assay.core.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.core.store.StandingRow;
import org.assay.core.store.StandingRows;

/** Rows about standing audits, in memory. */
final class MemoryStanding implements StandingRows {
    private final Map<String, StandingRow> standingRows = new TreeMap<>();
    private final Map<String, Held> heldStanding = new HashMap<>();

    private record Held(String node, Instant until) {}

    MemoryStanding copy() {
        MemoryStanding copy = new MemoryStanding();
        copy.standingRows.putAll(standingRows);
        copy.heldStanding.putAll(heldStanding);
        return copy;
    }

    @Override
    public List<StandingRow> all() {
        return List.copyOf(standingRows.values());
    }

    @Override
    public Optional<StandingRow> find(String network) {
        return Optional.ofNullable(standingRows.get(network));
    }

    @Override
    public void put(StandingRow row) {
        standingRows.put(row.network(), row);
        heldStanding.remove(row.network());
    }

    @Override
    public boolean remove(String network) {
        heldStanding.remove(network);
        return standingRows.remove(network) != null;
    }

    @Override
    public boolean claim(String network, String node, Instant now, Instant until) {
        Held held = heldStanding.get(network);
        boolean free = held == null || held.node().equals(node) || held.until().isBefore(now);
        boolean taken = free && standingRows.containsKey(network);
        if (taken) {
            heldStanding.put(network, new Held(node, until));
        }
        return taken;
    }
}
