package org.assay.engine.columns;

import org.assay.engine.facts.FactColumn;
import org.jspecify.annotations.Nullable;

/** A column as it is kept. Keeps the values that it made, where they are few. Immutable but for that. */
final class StoredColumn implements FactColumn {
    private static final int KEPT = 4_096;

    private final Layout.Leaf leaf;
    private final Codes codes;
    private final Pool pool;
    /** Written by any thread, with immutable values: a value that is made twice is the same. */
    private final @Nullable Object[] made;

    StoredColumn(Layout.Leaf leaf, Codes codes, Pool pool) {
        this.leaf = leaf;
        this.codes = codes;
        this.pool = pool;
        this.made = new Object[pool.size() <= KEPT ? pool.size() : 0];
    }

    Codes codes() {
        return codes;
    }

    Pool pool() {
        return pool;
    }

    @Override
    public int rows() {
        return codes.rows();
    }

    @Override
    public int code(int row) {
        return codes.get(row);
    }

    @Override
    public int distinct() {
        return pool.size() + 1;
    }

    @Override
    public @Nullable Object value(int code) {
        if (code == MISSING) {
            return null;
        }
        if (code > made.length) {
            return ValueBytes.value(leaf, pool.get(code - 1));
        }
        Object value = made[code - 1];
        if (value == null) {
            value = ValueBytes.value(leaf, pool.get(code - 1));
            made[code - 1] = value;
        }
        return value;
    }
}
