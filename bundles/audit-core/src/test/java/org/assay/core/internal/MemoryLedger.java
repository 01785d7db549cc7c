package org.assay.core.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.LedgerRows;

/** Rows about the ledger, in memory. */
final class MemoryLedger implements LedgerRows {
    private final List<LedgerRow> ledgerRows = new ArrayList<>();
    private String origin;

    MemoryLedger copy() {
        MemoryLedger copy = new MemoryLedger();
        copy.ledgerRows.addAll(ledgerRows);
        copy.origin = origin;
        return copy;
    }

    @Override
    public Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    @Override
    public void create(String name) {
        origin = name;
    }

    @Override
    public long lock() {
        return ledgerRows.size();
    }

    @Override
    public long size() {
        return ledgerRows.size();
    }

    @Override
    public void append(List<LedgerRow> rows) {
        ledgerRows.addAll(rows);
    }

    @Override
    public List<LedgerRow> entries(long from, int limit) {
        return ledgerRows.stream().skip(from).limit(limit).toList();
    }

    @Override
    public Optional<LedgerRow> newest(String kind, String about) {
        return ledgerRows.stream()
                .filter(row -> row.kind().equals(kind) && row.about().equals(about))
                .reduce((older, newer) -> newer);
    }

    @Override
    public List<LedgerRow> about(String kind, String about) {
        return ledgerRows.stream()
                .filter(row -> row.kind().equals(kind) && row.about().equals(about))
                .sorted(Comparator.comparing(LedgerRow::number).reversed())
                .toList();
    }

    @Override
    public List<LedgerRow> ofKind(String kind) {
        return ledgerRows.stream().filter(row -> row.kind().equals(kind)).toList();
    }

    @Override
    public List<String> leaves(long from, int limit) {
        return entries(from, limit).stream().map(LedgerRow::leaf).toList();
    }
}
