package org.assay.engine.columns;

import java.util.Map;
import java.util.SplittableRandom;
import org.assay.engine.facts.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts a table together, record by record in any order. Rows are added by one thread; meanwhile others may look up and add
 * values in the dictionaries.
 */
public final class TableBuilder {
    private final Layout layout;
    private final int idLeaf;
    private final Dictionary[] dictionaries;
    private final Codes.Growing[] codes;
    private int rows;

    /**
     * A builder.
     *
     * @param idField the field that holds a record's id, of which no two are equal
     */
    public TableBuilder(Layout layout, String idField) {
        Layout.Leaf id = layout.leaf(idField);
        if (id == null) {
            throw new IllegalArgumentException("there is no field " + idField);
        }
        this.layout = layout;
        this.idLeaf = id.index();
        this.dictionaries = new Dictionary[layout.leaves().size()];
        this.codes = new Codes.Growing[dictionaries.length];
        SplittableRandom random = new SplittableRandom();
        for (int i = 0; i < dictionaries.length; i++) {
            dictionaries[i] = new Dictionary(random);
            codes[i] = new Codes.Growing();
        }
    }

    /** The columns. */
    public Layout layout() {
        return layout;
    }

    /** The number of the column of ids. */
    public int idLeaf() {
        return idLeaf;
    }

    /** The values of a column, by its number. */
    public Dictionary dictionary(int column) {
        return dictionaries[column];
    }

    /** How many rows were added. */
    public int rows() {
        return rows;
    }

    /**
     * Adds rows.
     *
     * @param block their codes, those of one row side by side
     * @param count how many rows
     */
    public void add(int[] block, int count) {
        int width = dictionaries.length;
        for (int column = 0; column < width; column++) {
            Codes.Growing to = codes[column];
            for (int at = column; at < count * width; at += width) {
                to.add(block[at]);
            }
        }
        rows += count;
    }

    /** The codes of a record, whose values are added where they are new. */
    public int[] encode(FactRecord record) {
        int[] row = new int[dictionaries.length];
        for (Layout.Leaf leaf : layout.leaves()) {
            Object value = value(record, leaf);
            if (value != null) {
                row[leaf.index()] = dictionaries[leaf.index()].add(ValueBytes.of(leaf, value));
            }
        }
        return row;
    }

    private static @Nullable Object value(FactRecord record, Layout.Leaf leaf) {
        if (leaf.path().size() == 1) {
            Map<String, Map<String, Object>> facts = record.regimeFacts();
            return leaf.field() != null ? record.values().get(leaf.name()) : facts.isEmpty() ? null : facts;
        }
        FactRecord inner = (FactRecord) record.values().get(leaf.path().get(0));
        if (leaf.field() == null) {
            return inner != null && inner.values().isEmpty() ? Boolean.TRUE : null;
        }
        return inner == null ? null : inner.values().get(leaf.name());
    }

    /** The value of a code. */
    public Object value(Layout.Leaf leaf, int code) {
        return ValueBytes.value(leaf, dictionaries[leaf.index()].bytes(code));
    }

    /** The table of all rows; the builder is not used any more. */
    public ColumnTable finish() {
        return new TableSorter(layout, idLeaf, dictionaries, codes).table(rows);
    }
}
