package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.facts.FunctionNames;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** A row of a reference table; or, in a table that is not complete, the row that may be lacking. */
public final class RowView extends CelRecord {
    private final String table;
    private final RulePack.@Nullable Row row;
    private final @Nullable Object function;

    private RowView(String table, RulePack.@Nullable Row row) {
        this.table = table;
        this.row = row;
        Object function = row == null ? null : row.values().get(PackSchema.FUNCTION);
        this.function = function instanceof String name
                ? FunctionNames.core().canonical(name).orElse(name)
                : function;
    }

    /** The rows of a table as expressions see them. */
    public static Rows rows(String name, RulePack.Reference table) {
        List<Object> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(new RowView(name, row)));
        if (!table.complete()) {
            rows.add(new RowView(name, null));
        }
        return new Rows(name, List.copyOf(rows));
    }

    /** The rows of a table. They are asked for by day again and again: what holds from a day on is kept. Not thread-safe. */
    public static final class Rows extends AbstractList<Object> implements RandomAccess {
        private final String table;
        private final List<Object> rows;
        private final NavigableSet<LocalDate> turns = new TreeSet<>(Set.of(LocalDate.MIN));
        private final Map<LocalDate, Rows> since = new HashMap<>();

        private Rows(String table, List<Object> rows) {
            this.table = table;
            this.rows = rows;
            rows.forEach(row -> ((RowView) row).turns(turns));
        }

        /** The path under which whatever it lacks is missing. */
        public String path() {
            return World.REFERENCE + table;
        }

        /** Those that hold on a day. */
        public Rows on(LocalDate day) {
            return since.computeIfAbsent(turns.floor(day), this::from);
        }

        private Rows from(LocalDate day) {
            return new Rows(
                    table,
                    rows.stream().filter(row -> ((RowView) row).holdsOn(day)).toList());
        }

        @Override
        public Object get(int index) {
            return rows.get(index);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    /** True, or unknown where the row is unsure or only may be there. */
    public Object sure() {
        return row == null || row.unsure() ? Unknown.of(path()) : (Object) true;
    }

    /** Whether it holds on a day; a row that may be lacking may hold on any. */
    public boolean holdsOn(LocalDate day) {
        if (row == null) {
            return true;
        }
        LocalDate from = row.from();
        LocalDate to = row.to();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** The days on which it begins to hold and no longer does. */
    private void turns(Set<LocalDate> days) {
        if (row != null && row.from() != null) {
            days.add(row.from());
        }
        if (row != null && row.to() != null && row.to().isBefore(LocalDate.MAX)) {
            days.add(row.to().plusDays(1));
        }
    }

    private String path() {
        return World.REFERENCE + table;
    }

    /** What stands in a column: a value, or {@link Unknown}. */
    public Object read(String column) {
        Object value = row == null
                ? null
                : column.equals(PackSchema.FUNCTION) ? function : row.values().get(column);
        return value == null ? Unknown.of(path()) : value;
    }

    @Override
    public Object select(String column) {
        return Unknown.toCel(read(column));
    }

    @Override
    public String toString() {
        return row == null ? "(a row that may be lacking)" : row.values().toString();
    }
}
