package org.assay.engine.facts;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The records of a table by id, or those of some neighbouring rows. Immutable; holds nothing but the table. */
final class FactMap extends AbstractMap<String, FactRecord> implements SortedMap<String, FactRecord> {
    private final FactTable table;
    private final int from;
    private final int to;

    FactMap(FactTable table, int from, int to) {
        this.table = table;
        this.from = from;
        this.to = to;
    }

    FactTable table() {
        return table;
    }

    /** Whether it is the whole of its table. */
    boolean isWhole() {
        return from == 0 && to == table.rows();
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public @Nullable FactRecord get(@Nullable Object id) {
        int row = rowOf(id);
        return row < 0 ? null : table.record(row);
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
        return rowOf(id) >= 0;
    }

    private int rowOf(@Nullable Object id) {
        int row = id instanceof String text ? table.row(text) : -1;
        return row >= from && row < to ? row : -1;
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, FactRecord> subMap(String first, String end) {
        int begin = lowest(first);
        return new FactMap(table, begin, Math.max(begin, lowest(end)));
    }

    @Override
    public SortedMap<String, FactRecord> headMap(String end) {
        return new FactMap(table, from, lowest(end));
    }

    @Override
    public SortedMap<String, FactRecord> tailMap(String first) {
        return new FactMap(table, lowest(first), to);
    }

    /** The first row whose id is not below one. */
    private int lowest(String id) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table.id(middle).compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public String firstKey() {
        return table.id(inside(from));
    }

    @Override
    public String lastKey() {
        return table.id(inside(to - 1));
    }

    private int inside(int row) {
        if (from == to) {
            throw new NoSuchElementException("there is no record");
        }
        return row;
    }

    @Override
    public Set<String> keySet() {
        return new Rows<>() {
            @Override
            String at(int row) {
                return table.id(row);
            }

            @Override
            public boolean contains(@Nullable Object id) {
                return containsKey(id);
            }
        };
    }

    @Override
    public Set<Map.Entry<String, FactRecord>> entrySet() {
        return new Rows<>() {
            @Override
            Map.Entry<String, FactRecord> at(int row) {
                return Map.entry(table.id(row), table.record(row));
            }
        };
    }

    /** Something of each row, in their order. */
    private abstract class Rows<E> extends AbstractSet<E> {
        abstract E at(int row);

        @Override
        public int size() {
            return to - from;
        }

        @Override
        public Iterator<E> iterator() {
            return new Iterator<>() {
                private int next = from;

                @Override
                public boolean hasNext() {
                    return next < to;
                }

                @Override
                public E next() {
                    if (next >= to) {
                        throw new NoSuchElementException("there is no further record");
                    }
                    return at(next++);
                }
            };
        }
    }
}
