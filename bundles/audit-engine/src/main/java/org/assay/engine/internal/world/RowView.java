package org.assay.engine.internal.world;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** A row of a reference table; or, in a table that is not complete, the row that may be lacking. */
public final class RowView extends StructValue<String, Object> {
    private final String table;
    private final RulePack.@Nullable Row row;

    private RowView(String table, RulePack.@Nullable Row row) {
        this.table = table;
        this.row = row;
    }

    /** The rows of a table as expressions see them. */
    public static List<Object> rows(String name, RulePack.Reference table) {
        List<Object> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(new RowView(name, row)));
        if (!table.complete()) {
            rows.add(new RowView(name, null));
        }
        return List.copyOf(rows);
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

    private String path() {
        return World.REFERENCE + table;
    }

    @Override
    public Object select(String column) {
        Object value = row == null ? null : row.values().get(column);
        return value == null ? Unknown.toCel(Unknown.of(path())) : value;
    }

    @Override
    public Optional<Object> find(String column) {
        return Optional.of(select(column));
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }

    @Override
    public String toString() {
        return row == null ? "(a row that may be lacking)" : row.values().toString();
    }
}
