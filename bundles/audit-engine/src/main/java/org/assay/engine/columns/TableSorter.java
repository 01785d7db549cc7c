package org.assay.engine.columns;

import java.util.stream.IntStream;

/** Brings rows into the order of their ids, and values into the order in which rows then have them. Used once. */
final class TableSorter {
    private static final int FEW = 16;

    private final Layout layout;
    private final int idLeaf;
    private final Dictionary[] dictionaries;
    private final Codes.Growing[] codes;

    TableSorter(Layout layout, int idLeaf, Dictionary[] dictionaries, Codes.Growing[] codes) {
        this.layout = layout;
        this.idLeaf = idLeaf;
        this.dictionaries = dictionaries;
        this.codes = codes;
    }

    ColumnTable table(int rows) {
        Dictionary ids = dictionaries[idLeaf];
        int[] order = new int[rows];
        int[] rowOf = new int[ids.size() + 1];
        for (int row = 0; row < rows; row++) {
            order[row] = codes[idLeaf].get(row);
            rowOf[order[row]] = row;
        }
        if (!isSorted(order, ids)) {
            sort(order, 0, rows, 0, ids);
        }
        Pool pool = ids.select(order, rows);
        for (int i = 0; i < rows; i++) {
            order[i] = rowOf[order[i]];
        }
        StoredColumn[] columns = new StoredColumn[codes.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(i, order);
        }
        return new ColumnTable(layout, new Ids(pool), idLeaf, columns);
    }

    private StoredColumn column(int number, int[] order) {
        Layout.Leaf leaf = layout.leaves().get(number);
        Dictionary values = dictionaries[number];
        if (number == idLeaf || values.size() == 0) {
            return new StoredColumn(leaf, Codes.none(order.length), new Pool(new byte[0], new int[1]));
        }
        int[] fresh = new int[values.size() + 1];
        int[] old = new int[values.size()];
        int count = 0;
        Codes.Growing sorted = new Codes.Growing();
        for (int row : order) {
            int code = codes[number].get(row);
            if (code != 0 && fresh[code] == 0) {
                old[count] = code;
                fresh[code] = ++count;
            }
            sorted.add(fresh[code]);
        }
        codes[number] = new Codes.Growing();
        Codes kept = count == order.length ? Codes.ascending(count) : sorted.done();
        return new StoredColumn(leaf, count == 0 ? Codes.none(order.length) : kept, values.select(old, count));
    }

    private static boolean isSorted(int[] order, Dictionary ids) {
        return IntStream.range(1, order.length).allMatch(i -> ids.compare(order[i - 1], order[i]) < 0);
    }

    /** Three-way radix quicksort: equal beginnings are looked at once. */
    private static void sort(int[] order, int from, int to, int depth, Dictionary ids) {
        int begin = from;
        int end = to;
        int at = depth;
        while (end - begin > FEW) {
            int pivot = ids.byteAt(order[(begin + end) >>> 1], at);
            int less = begin;
            int more = end - 1;
            for (int i = begin; i <= more; ) {
                int sign = ids.byteAt(order[i], at);
                if (sign < pivot) {
                    swap(order, less++, i++);
                } else if (sign > pivot) {
                    swap(order, i, more--);
                } else {
                    i++;
                }
            }
            sort(order, begin, less, at, ids);
            sort(order, more + 1, end, at, ids);
            begin = pivot < 0 ? more + 1 : less;
            end = more + 1;
            at++;
        }
        insert(order, begin, end, ids);
    }

    private static void insert(int[] order, int from, int to, Dictionary ids) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && ids.compare(order[j - 1], order[j]) > 0; j--) {
                swap(order, j - 1, j);
            }
        }
    }

    private static void swap(int[] order, int one, int other) {
        int kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }
}
