package org.assay.engine.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.RecordType;
import org.jspecify.annotations.Nullable;

/** What a record must have, and what looks wrong in it, by codes. For one thread at a time. */
final class RowChecks {
    private static final int UNSEEN = Integer.MIN_VALUE;
    private static final int NEVER = Integer.MAX_VALUE;

    private final TableBuilder table;
    private final int[] required;
    private final List<int[]> chains = new ArrayList<>();
    private final int[][] days;
    private final Warnings.@Nullable Codes warnings;

    RowChecks(RecordType type, TableBuilder table) {
        this.table = table;
        this.days = new int[table.layout().leaves().size()][0];
        this.required = columns(type.fields().values().stream()
                .filter(FieldDef::required)
                .map(FieldDef::name)
                .toList());
        DateOrder.chains(type).forEach(chain -> chains.add(columns(chain)));
        this.warnings = type.name().equals("component") ? new Warnings.Codes(table) : null;
    }

    private int[] columns(List<String> fields) {
        return fields.stream()
                .map(field -> Optional.ofNullable(table.layout().leaf(field)))
                .flatMap(Optional::stream)
                .mapToInt(Layout.Leaf::index)
                .toArray();
    }

    boolean hasAllRequired(RowBlock block) {
        for (int column : required) {
            if (block.get(column) == 0) {
                return false;
            }
        }
        return true;
    }

    boolean areDatesInOrder(RowBlock block) {
        for (int[] chain : chains) {
            int latest = Integer.MIN_VALUE;
            for (int column : chain) {
                int code = block.get(column);
                int day = code == 0 ? NEVER : day(column, code);
                if (day != NEVER) {
                    if (day < latest) {
                        return false;
                    }
                    latest = day;
                }
            }
        }
        return true;
    }

    private int day(int column, int code) {
        int[] known = days[column];
        if (code >= known.length) {
            int before = known.length;
            known = Arrays.copyOf(known, Math.max(code + 1, before * 2));
            Arrays.fill(known, before, known.length, UNSEEN);
            days[column] = known;
        }
        if (known[code] == UNSEEN) {
            String text = table.dictionary(column).text(code);
            known[code] =
                    text.equals("never") ? NEVER : (int) LocalDate.parse(text).toEpochDay();
        }
        return known[code];
    }

    /** What looks wrong; see {@link Warnings}. */
    byte warnings(RowBlock block) {
        return warnings == null ? 0 : warnings.of(block);
    }
}
