package org.assay.core.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.core.store.AuditRow;
import org.assay.core.store.AuditRows;
import org.assay.core.store.Removal;

/** Rows about audits, in memory. */
final class MemoryAudits implements AuditRows {
    private final Map<String, AuditRow> auditRows = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, Held> heldAudits = new HashMap<>();

    private record Held(String node, Instant until) {}

    MemoryAudits copy() {
        MemoryAudits copy = new MemoryAudits();
        copy.auditRows.putAll(auditRows);
        copy.heldAudits.putAll(heldAudits);
        return copy;
    }

    @Override
    public void insert(AuditRow row) {
        auditRows.put(row.id(), row);
    }

    @Override
    public void update(AuditRow row) {
        auditRows.computeIfPresent(row.id(), (id, known) -> known.state().equals("RUNNING") ? row : known);
    }

    @Override
    public Optional<AuditRow> find(String id) {
        return Optional.ofNullable(auditRows.get(id));
    }

    @Override
    public List<AuditRow> page(String network, boolean trials, String before, int limit) {
        return auditRows.values().stream()
                .filter(row -> (row.trial() != null) == trials)
                .filter(row -> network == null || row.network().equals(network))
                .filter(row -> before == null || row.id().compareTo(before) < 0)
                .limit(limit)
                .toList();
    }

    List<AuditRow> kept(String network) {
        return auditRows.values().stream()
                .filter(row -> row.network().equals(network) && row.removed() == null)
                .sorted(Comparator.comparing(AuditRow::id))
                .toList();
    }

    void remove(String id, Removal removal) {
        auditRows.computeIfPresent(id, (key, row) -> without(row, removal));
    }

    private static AuditRow without(AuditRow row, Removal removal) {
        List<AuditRow.Part> parts = row.parts().stream()
                .map(part -> new AuditRow.Part(
                        part.regime(),
                        part.packVersion(),
                        part.packDigest(),
                        part.language(),
                        part.options(),
                        part.verdictDigest(),
                        null,
                        part.result()))
                .toList();
        return new AuditRow(
                row.id(),
                row.network(),
                row.snapshot(),
                row.digest(),
                row.facts(),
                row.asOf(),
                row.knownAt(),
                row.state(),
                row.failure(),
                row.createdAt(),
                row.createdBy(),
                row.finishedAt(),
                parts,
                row.trial(),
                row.zone(),
                row.basis(),
                row.turn(),
                removal);
    }

    boolean isNamed(String blob) {
        return auditRows.values().stream()
                .filter(row -> row.removed() == null)
                .anyMatch(row ->
                        row.facts().equals(blob) || row.parts().stream().anyMatch(part -> blob.equals(part.matrix())));
    }

    @Override
    public long count(String network, boolean trials) {
        return page(network, trials, null, Integer.MAX_VALUE).size();
    }

    @Override
    public List<AuditRow> inState(String state) {
        return auditRows.values().stream()
                .filter(row -> row.state().equals(state))
                .toList();
    }

    @Override
    public boolean claim(String id, String node, Instant now, Instant until) {
        Held held = heldAudits.get(id);
        boolean free = held == null || held.node().equals(node) || held.until().isBefore(now);
        boolean taken = free && auditRows.get(id).state().equals("RUNNING");
        if (taken) {
            heldAudits.put(id, new Held(node, until));
        }
        return taken;
    }
}
