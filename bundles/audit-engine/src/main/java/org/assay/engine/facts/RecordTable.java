package org.assay.engine.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table over records that are there as objects; its columns are made when they are first asked for. */
final class RecordTable implements FactTable {
    private final String[] ids;
    private final FactRecord[] records;
    private final Map<String, FactColumn> columns = new ConcurrentHashMap<>();

    RecordTable(SortedMap<String, FactRecord> sorted) {
        ids = sorted.keySet().toArray(String[]::new);
        records = sorted.values().toArray(FactRecord[]::new);
        if (sorted.comparator() != null) {
            throw new IllegalArgumentException("records are sorted by the natural order of their ids");
        }
    }

    private RecordTable(String[] ids, FactRecord[] records) {
        this.ids = ids;
        this.records = records;
    }

    @Override
    public int rows() {
        return ids.length;
    }

    @Override
    public String id(int row) {
        return ids[row];
    }

    @Override
    public int row(String id) {
        return Arrays.binarySearch(ids, id);
    }

    @Override
    public FactRecord record(int row) {
        return records[row];
    }

    @Override
    public FactColumn column(String path) {
        return columns.computeIfAbsent(path, this::make);
    }

    @Override
    public FactTable withFacts(UnaryOperator<Map<String, Map<String, Object>>> fitting) {
        FactRecord[] fitted = records.clone();
        for (int row = 0; row < fitted.length; row++) {
            FactRecord record = fitted[row];
            if (!record.regimeFacts().isEmpty()) {
                fitted[row] = new FactRecord(record.type(), record.values(), fitting.apply(record.regimeFacts()));
            }
        }
        return new RecordTable(ids, fitted);
    }

    private FactColumn make(String path) {
        List<String> steps = List.of(path.split("\\."));
        if (records.length > 0) {
            FactPath.require(records[0].type(), steps);
        }
        Map<Object, Integer> numbers = new HashMap<>();
        List<Object> values = new ArrayList<>();
        int[] codes = new int[records.length];
        for (int row = 0; row < codes.length; row++) {
            Object value = FactPath.of(records[row], steps);
            if (value != null) {
                codes[row] = numbers.computeIfAbsent(value, fresh -> {
                    values.add(fresh);
                    return values.size();
                });
            }
        }
        return new Coded(codes, List.copyOf(values));
    }

    /** Codes and what they mean. */
    private record Coded(int[] codes, List<Object> values) implements FactColumn {
        @Override
        public int rows() {
            return codes.length;
        }

        @Override
        public int code(int row) {
            return codes[row];
        }

        @Override
        public int distinct() {
            return values.size() + 1;
        }

        @Override
        public @Nullable Object value(int code) {
            return code == MISSING ? null : values.get(code - 1);
        }
    }
}
