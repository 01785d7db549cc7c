package org.assay.engine.columns;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.assay.engine.facts.CanonicalRows;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactPath;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;

/** A table that is kept as columns. Columns that are made of others are kept once somebody asked. Thread-safe. */
public final class ColumnTable implements FactTable, CanonicalRows {
    private final Layout layout;
    private final Ids ids;
    private final StoredColumn[] columns;
    private final int idLeaf;
    private final CanonicalWriter writer;
    private final Map<String, FactColumn> derived = new ConcurrentHashMap<>();

    ColumnTable(Layout layout, Ids ids, int idLeaf, StoredColumn[] columns) {
        this.layout = layout;
        this.ids = ids;
        this.idLeaf = idLeaf;
        this.columns = columns;
        this.writer = new CanonicalWriter(layout, ids, idLeaf, columns);
    }

    @Override
    public int rows() {
        return ids.rows();
    }

    @Override
    public String id(int row) {
        return ids.id(row);
    }

    @Override
    public int row(String id) {
        return ids.row(id);
    }

    Ids ids() {
        return ids;
    }

    FactColumn column(Layout.Leaf leaf) {
        return leaf.index() == idLeaf ? ids : columns[leaf.index()];
    }

    @Override
    public FactColumn column(String path) {
        Layout.Leaf leaf = layout.leaf(path);
        return leaf != null ? column(leaf) : derived.computeIfAbsent(path, this::derive);
    }

    private FactColumn derive(String path) {
        List<String> steps = List.of(path.split("\\."));
        FactPath.require(layout.type(), steps);
        Layout.Group group = layout.group(path);
        if (group != null) {
            List<FactColumn> parts = new ArrayList<>();
            group.leaves().forEach(leaf -> parts.add(column(leaf)));
            parts.add(column(group.empty()));
            return DerivedColumn.of(group, parts);
        }
        int known = layout.leaf(steps.get(0)) != null ? 1 : 2;
        Layout.Leaf leaf = layout.leaf(String.join(".", steps.subList(0, known)));
        if (leaf == null) {
            throw new IllegalArgumentException("there is no column " + path);
        }
        List<String> rest = steps.subList(known, steps.size());
        return DerivedColumn.of(column(leaf), whole -> FactPath.follow(whole, rest));
    }

    @Override
    public FactRecord record(int row) {
        ImmutableSortedMap.Builder<String, Object> values = ImmutableSortedMap.naturalOrder();
        Map<String, Map<String, Object>> facts = Map.of();
        for (Layout.Member member : layout.members()) {
            if (member instanceof Layout.Group group) {
                nested(group, row, values);
            } else if (member instanceof Layout.Single single) {
                FactColumn column = column(single.leaf());
                Object value = column.value(column.code(row));
                if (value != null && single.leaf().field() == null) {
                    facts = declared(value);
                } else if (value != null) {
                    values.put(single.leaf().name(), value);
                }
            }
        }
        return new FactRecord(layout.type(), values.build(), facts);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Map<String, Object>> declared(Object value) {
        return (Map<String, Map<String, Object>>) value;
    }

    private void nested(Layout.Group group, int row, ImmutableSortedMap.Builder<String, Object> values) {
        ImmutableSortedMap.Builder<String, Object> inner = ImmutableSortedMap.naturalOrder();
        boolean any = column(group.empty()).code(row) != FactColumn.MISSING;
        for (Layout.Leaf leaf : group.leaves()) {
            FactColumn column = column(leaf);
            Object value = column.value(column.code(row));
            if (value != null) {
                inner.put(leaf.name(), value);
                any = true;
            }
        }
        if (any) {
            values.put(group.name(), new FactRecord(group.type(), inner.build()));
        }
    }

    @Override
    public FactTable withFacts(UnaryOperator<Map<String, Map<String, Object>>> fitting) {
        Layout.Leaf facts = layout.leaf(FactPath.FACTS);
        boolean none = facts == null || columns[facts.index()].distinct() == 1;
        return none ? this : new FittedTable(this, fitting);
    }

    @Override
    public ByteBuffer canonical(int row, ByteBuffer to) {
        return writer.write(row, to);
    }

    Layout layout() {
        return layout;
    }

    /** How many bytes its arrays take. */
    public long bytes() {
        return Arrays.stream(columns)
                        .mapToLong(
                                column -> column.codes().bytes() + column.pool().room())
                        .sum()
                + ids.pool().room();
    }
}
