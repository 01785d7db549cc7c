package org.assay.engine.internal.renew;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * The records of evidence that are otherwise in one snapshot than in another one, where nothing else is. Immutable.
 *
 * @param kinds the kinds of evidence that they are of, or were
 * @param records as they are, and as they were
 */
public record EvidenceChange(Set<String> kinds, List<FactRecord> records) {
    private static final String DETERMINATION = "determination";
    private static final String SCOPE = "scope";

    public EvidenceChange {
        kinds = Set.copyOf(kinds);
        records = List.copyOf(records);
    }

    /** What changed; empty where anything but evidence may have, or a person's answer did. */
    public static Optional<EvidenceChange> between(NetworkFacts before, NetworkFacts after) {
        if (!before.notDelivered().equals(after.notDelivered())) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.EVIDENCE && !same(kind, before, after)) {
                return Optional.empty();
            }
        }
        List<FactRecord> records = changed(before.all(Kind.EVIDENCE), after.all(Kind.EVIDENCE));
        Set<String> kinds = new HashSet<>();
        for (FactRecord record : records) {
            kinds.add(record.text("kind").orElse(""));
        }
        return kinds.contains(DETERMINATION) ? Optional.empty() : Optional.of(new EvidenceChange(kinds, records));
    }

    /** Tables of components and sites are large: that they are the same is seen by who they are. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Kind kind, NetworkFacts before, NetworkFacts after) {
        boolean large = kind == Kind.COMPONENT || kind == Kind.SITE;
        return before.table(kind) == after.table(kind)
                || !large && before.all(kind).equals(after.all(kind));
    }

    private static List<FactRecord> changed(SortedMap<String, FactRecord> before, SortedMap<String, FactRecord> after) {
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .filter(id -> !Optional.ofNullable(before.get(id)).equals(Optional.ofNullable(after.get(id))))
                .flatMap(id -> Stream.of(Optional.ofNullable(before.get(id)), Optional.ofNullable(after.get(id))))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The rows of the components for which evidence of some kinds that changed may be given, or may have been: those whom a
     * scope names, and those of whom it is open because what they are is missing.
     *
     * @return empty where that may be any of them
     */
    public Optional<Set<Integer>> components(FactTable table, Set<String> wanted) {
        Set<Integer> rows = new TreeSet<>();
        Set<Object> products = new HashSet<>();
        Set<Object> models = new HashSet<>();
        for (FactRecord record : records) {
            if (!wanted.contains(record.text("kind").orElse(""))) {
                continue;
            }
            Optional<FactRecord> scope = record.nested(SCOPE);
            if (scope.isEmpty()) {
                return Optional.empty();
            }
            for (Object id : scope.get().list("components")) {
                int row = table.row(id.toString());
                if (row >= 0) {
                    rows.add(row);
                }
            }
            products.addAll(scope.get().list("products"));
            models.addAll(scope.get().list("models"));
        }
        if (!products.isEmpty()) {
            // Without a name of its product a component may be any that a scope lists
            rows(table.column("product.name"), products, true, rows);
            rows(table.column("software.name"), products, false, rows);
        }
        rows(table.column("hardware.model"), models, false, rows);
        return Optional.of(rows);
    }

    private static void rows(FactColumn column, Set<Object> wanted, boolean missing, Set<Integer> into) {
        if (wanted.isEmpty()) {
            return;
        }
        boolean[] hit = new boolean[column.distinct()];
        hit[FactColumn.MISSING] = missing;
        for (int code = 1; code < hit.length; code++) {
            hit[code] = wanted.contains(column.value(code));
        }
        for (int row = 0; row < column.rows(); row++) {
            if (hit[column.code(row)]) {
                into.add(row);
            }
        }
    }
}
