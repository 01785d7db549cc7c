package org.assay.core.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Removal;
import org.assay.core.store.RetentionRows;

/** What goes, in memory. */
record MemoryRetention(MemoryPacks packs, MemoryNetworks networks, MemoryAudits audits, Map<String, byte[]> blobs)
        implements RetentionRows {

    @Override
    public List<Old> audits(String network) {
        return audits.kept(network).stream().map(MemoryRetention::old).toList();
    }

    private static Old old(AuditRow row) {
        return new Old(
                row.id(),
                row.snapshot(),
                row.state(),
                row.finishedAt() == null ? row.createdAt() : row.finishedAt(),
                row.trial() != null,
                row.parts().stream().map(AuditRow.Part::regime).toList());
    }

    @Override
    public Set<String> relied() {
        return packs.relied();
    }

    @Override
    public boolean isAudited(String network, long number) {
        return audits.kept(network).stream().anyMatch(row -> row.snapshot() == number);
    }

    @Override
    public void removeAudit(String id, Removal removal) {
        audits.remove(id, removal);
    }

    @Override
    public void removeSnapshot(String network, long number, Removal removal) {
        networks.removeSnapshot(network, number, removal);
    }

    @Override
    public Set<String> unnamed() {
        return blobs.keySet().stream().filter(blob -> !isNamed(blob)).collect(Collectors.toSet());
    }

    @Override
    public boolean isNamed(String blob) {
        return packs.isNamed(blob) || networks.isNamed(blob) || audits.isNamed(blob);
    }

    @Override
    public boolean has(String blob) {
        return blobs.containsKey(blob);
    }

    @Override
    public boolean delete(String blob) {
        return blobs.remove(blob) != null;
    }
}
