package org.assay.engine.internal.renew;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.lang.Sight;
import org.assay.engine.internal.world.Meter;

/**
 * Two snapshots as the rules of one pack see them on one day, and what differs. Used by one thread.
 *
 * @param settled whether it is the same to what is seen on which days both were recorded
 */
record Sides(Changes changes, Side before, Side after, Predicate<Sight> settled) {
    /** From this part of all on, one over this number, judging all is cheaper; but not where there are fewer than these. */
    private static final int PART = 20;

    private static final int ALWAYS = 8;

    /** Whether no more than a few of so many. */
    static boolean few(int some, int all) {
        return some <= Math.max(ALWAYS, all / PART);
    }

    /** Whether nothing differs, the day that statuses speak for neither. */
    boolean isTheSame() {
        return changes.isNone() && before.recordedOn().equals(after.recordedOn());
    }

    /** Whether what differs is seen only from the subjects themselves, in ways that can be followed. */
    boolean isLocal(Sight sight, Kind subject) {
        return !sight.isOpen()
                && settled.test(sight)
                && !changes.any(sight.elsewhere())
                && sight.listed().entrySet().stream().noneMatch(way -> isListed(way.getKey(), way.getValue()))
                && !changes.comings(sight.named())
                && !changes.evidence().any(sight.others())
                && !(sight.isMetered() && (isMeteredAnew(subject) || isMeteredAnew(Kind.COMPONENT)));
    }

    /** Whether evidence names a record of a kind that differs in one of some fields, or did. */
    private boolean isListed(Kind kind, Set<String> paths) {
        Set<String> ids = changes.of(kind).ids();
        return Stream.of(before, after).map(side -> side.table(Kind.EVIDENCE)).anyMatch(table -> paths.stream()
                .anyMatch(path -> !KindChange.naming(table, path, ids).isEmpty()));
    }

    /** Whether there is another bound now on what a loop about a record of a kind may take. */
    private boolean isMeteredAnew(Kind kind) {
        return Meter.limit(before.table(kind).rows())
                != Meter.limit(after.table(kind).rows());
    }

    /**
     * The ids of the components that changed, came or went, or from which something is seen that did.
     *
     * @return empty where that may be any, or are many
     */
    Optional<Set<String>> components(Sight.View view) {
        FactTable table = after.table(Kind.COMPONENT);
        Set<String> ids = new HashSet<>();
        return addSeeing(view, table, ids) && few(ids.size(), table.rows()) ? Optional.of(ids) : Optional.empty();
    }

    /**
     * Adds the ids of the records that changed, came or went, or from which something is seen that did.
     *
     * @param table of what is seen from
     * @return whether that is told, and they are not many; else some may be added
     */
    boolean addSeeing(Sight.View view, FactTable table, Set<String> ids) {
        KindChange change = changes.of(view.kind());
        if (!few(change.size(), table.rows())) {
            return false;
        }
        Optional<Set<Integer>> rows = seeing(view, table).filter(some -> few(some.size(), table.rows()));
        if (rows.isEmpty()) {
            return false;
        }
        ids.addAll(change.ids());
        rows.get().forEach(row -> ids.add(table.id(row)));
        return true;
    }

    /** The rows of the records from which something is seen that differs; empty where that may be any. */
    private Optional<Set<Integer>> seeing(Sight.View view, FactTable table) {
        Set<Integer> rows = new HashSet<>();
        if (changes.evidence().any(view.given())) {
            Optional<Set<Integer>> given = given(view, table);
            if (given.isEmpty()) {
                return Optional.empty();
            }
            rows.addAll(given.get());
        }
        for (Map.Entry<Kind, Set<String>> way : view.ways().entrySet()) {
            Set<String> ids = changes.of(way.getKey()).ids();
            way.getValue().forEach(path -> rows.addAll(KindChange.naming(table, path, ids)));
        }
        return Optional.of(rows);
    }

    private Optional<Set<Integer>> given(Sight.View view, FactTable table) {
        return view.kind() == Kind.COMPONENT
                ? changes.evidence().components(table, view.given())
                : changes.evidence().subjects(view.kind(), view.given()).map(ids -> rows(table, List.copyOf(ids)));
    }

    static Set<Integer> rows(FactTable table, List<String> ids) {
        Set<Integer> rows = new HashSet<>();
        ids.forEach(id -> rows.add(table.row(id)));
        rows.removeIf(row -> row < 0);
        return rows;
    }
}
