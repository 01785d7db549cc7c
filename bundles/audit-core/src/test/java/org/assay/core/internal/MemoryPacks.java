package org.assay.core.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.PackRows;
import org.assay.core.store.PreviewRow;

/** Rows about packs, in memory. */
final class MemoryPacks implements PackRows {
    private final List<PackRow> packRows = new ArrayList<>();
    private final List<PackEventRow> eventRows = new ArrayList<>();
    private final List<PreviewRow> previewRows = new ArrayList<>();

    MemoryPacks copy() {
        MemoryPacks copy = new MemoryPacks();
        copy.packRows.addAll(packRows);
        copy.eventRows.addAll(eventRows);
        copy.previewRows.addAll(previewRows);
        return copy;
    }

    @Override
    public List<PackRow> of(String regime) {
        return packRows.stream().filter(row -> row.regime().equals(regime)).toList();
    }

    @Override
    public Optional<PackRow> byDigest(String digest) {
        return packRows.stream().filter(row -> row.digest().equals(digest)).findFirst();
    }

    @Override
    public void insert(PackRow row) {
        packRows.add(row);
    }

    @Override
    public void update(List<PackRow> rows) {
        rows.forEach(row -> packRows.replaceAll(old -> old.digest().equals(row.digest()) ? row : old));
    }

    @Override
    public List<PackRow> due(Instant now) {
        return packRows.stream()
                .filter(row -> row.planned() != null && !row.planned().at().isAfter(now))
                .sorted(Comparator.comparing(row -> row.planned().at()))
                .toList();
    }

    @Override
    public void rely(PreviewRow row) {
        previewRows.add(row);
    }

    Set<String> relied() {
        return previewRows.stream().map(PreviewRow::audit).collect(Collectors.toSet());
    }

    boolean isNamed(String blob) {
        return packRows.stream()
                .anyMatch(row -> row.digest().equals(blob) || row.envelope().equals(blob));
    }

    @Override
    public List<PreviewRow> relied(String digest) {
        return previewRows.stream().filter(row -> row.digest().equals(digest)).toList();
    }

    @Override
    public void addEvents(List<PackEventRow> events) {
        for (PackEventRow event : events) {
            eventRows.add(new PackEventRow(
                    eventRows.size() + 1L,
                    event.regime(),
                    event.version(),
                    event.digest(),
                    event.step(),
                    event.who(),
                    event.at()));
        }
    }

    @Override
    public List<PackEventRow> events(String regime, Long before, int limit) {
        return eventRows.stream()
                .filter(row -> row.regime().equals(regime) && (before == null || row.number() < before))
                .sorted(Comparator.comparing(PackEventRow::number).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<PackEventRow> eventsUntil(String regime, Instant moment) {
        return eventRows.stream()
                .filter(row -> row.regime().equals(regime) && !row.at().isAfter(moment))
                .toList();
    }

    @Override
    public long countEvents(String regime) {
        return events(regime, null, Integer.MAX_VALUE).size();
    }
}
