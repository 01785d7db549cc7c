package org.assay.engine.columns;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactPath;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.jspecify.annotations.Nullable;

/** A table whose declared facts are seen through a pack's eyes; all else is the table's own. Thread-safe. */
final class FittedTable implements FactTable {
    private final ColumnTable base;
    private final UnaryOperator<Map<String, Map<String, Object>>> fitting;
    private final Map<String, FactColumn> derived = new ConcurrentHashMap<>();

    FittedTable(ColumnTable base, UnaryOperator<Map<String, Map<String, Object>>> fitting) {
        this.base = base;
        this.fitting = fitting;
    }

    @Override
    public int rows() {
        return base.rows();
    }

    @Override
    public String id(int row) {
        return base.id(row);
    }

    @Override
    public int row(String id) {
        return base.row(id);
    }

    @Override
    public FactRecord record(int row) {
        FactRecord record = base.record(row);
        return record.regimeFacts().isEmpty()
                ? record
                : new FactRecord(record.type(), record.values(), fitting.apply(record.regimeFacts()));
    }

    @Override
    public FactColumn column(String path) {
        boolean declared = path.equals(FactPath.FACTS) || path.startsWith(FactPath.FACTS + ".");
        return declared ? derived.computeIfAbsent(path, this::derive) : base.column(path);
    }

    private FactColumn derive(String path) {
        List<String> steps = List.of(path.split("\\."));
        List<String> rest = steps.subList(1, steps.size());
        return DerivedColumn.of(base.column(FactPath.FACTS), whole -> fitted(whole, rest));
    }

    private @Nullable Object fitted(Object whole, List<String> rest) {
        Map<String, Map<String, Object>> facts = fitting.apply(ColumnTable.declared(whole));
        return facts.isEmpty() ? null : FactPath.follow(facts, rest);
    }

    @Override
    public FactTable withFacts(UnaryOperator<Map<String, Map<String, Object>>> again) {
        return new FittedTable(base, facts -> again.apply(fitting.apply(facts)));
    }
}
