package org.assay.engine.internal.renew;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assay.engine.columns.TableDifference;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;

/**
 * The records of one kind that are otherwise in one snapshot than in another one. Immutable.
 *
 * @param before the records as they were
 * @param after the records as they are
 * @param removed the rows of those that went, rising
 * @param added the rows of those that came, rising
 * @param changed the rows, as they are, of those that changed, rising
 */
public record KindChange(
        FactTable before, FactTable after, List<Integer> removed, List<Integer> added, List<Integer> changed) {
    public KindChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
    }

    /** What differs. */
    @SuppressWarnings("ReferenceEquality")
    static KindChange between(FactTable before, FactTable after) {
        if (before == after) {
            return new KindChange(before, after, List.of(), List.of(), List.of());
        }
        return TableDifference.between(before, after)
                .map(found -> new KindChange(
                        before, after, list(found.removed()), list(found.added()), list(found.changed())))
                .orElseGet(() -> byRecord(before, after));
    }

    private static List<Integer> list(int[] rows) {
        return IntStream.of(rows).boxed().toList();
    }

    private static KindChange byRecord(FactTable before, FactTable after) {
        List<Integer> removed = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        int then = 0;
        int now = 0;
        while (then < before.rows() || now < after.rows()) {
            int order = order(before, then, after, now);
            if (order < 0) {
                removed.add(then++);
            } else if (order > 0) {
                added.add(now++);
            } else if (before.record(then++).equals(after.record(now++))) {
                continue;
            } else {
                changed.add(now - 1);
            }
        }
        return new KindChange(before, after, removed, added, changed);
    }

    private static int order(FactTable before, int then, FactTable after, int now) {
        if (then == before.rows() || now == after.rows()) {
            return then == before.rows() ? 1 : -1;
        }
        return before.id(then).compareTo(after.id(now));
    }

    /** Whether all is the same. */
    public boolean isNone() {
        return removed.isEmpty() && added.isEmpty() && changed.isEmpty();
    }

    /** How many differ. */
    int size() {
        return removed.size() + added.size() + changed.size();
    }

    /** The ids of all that differ. */
    public Set<String> ids() {
        Set<String> ids = new HashSet<>();
        removed.forEach(row -> ids.add(before.id(row)));
        added.forEach(row -> ids.add(after.id(row)));
        changed.forEach(row -> ids.add(after.id(row)));
        return ids;
    }

    /** All that differ, as they were and as they are. */
    List<FactRecord> records() {
        List<FactRecord> records = new ArrayList<>();
        removed.forEach(row -> records.add(before.record(row)));
        added.forEach(row -> records.add(after.record(row)));
        for (int row : changed) {
            records.add(before.record(before.row(after.id(row))));
            records.add(after.record(row));
        }
        return records;
    }

    /** The rows of a table whose field names one of some records, or has it in its list. */
    static Set<Integer> naming(FactTable table, String path, Set<String> ids) {
        Set<Integer> rows = new HashSet<>();
        if (table.rows() == 0 || ids.isEmpty()) {
            return rows;
        }
        table.column(path).rows(value -> names(value, ids), false, rows::add);
        return rows;
    }

    private static boolean names(Object value, Set<String> ids) {
        return value instanceof List<?> list ? list.stream().anyMatch(ids::contains) : ids.contains(value);
    }
}
