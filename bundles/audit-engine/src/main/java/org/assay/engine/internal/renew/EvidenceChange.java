package org.assay.engine.internal.renew;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;

/**
 * The records of evidence that are otherwise in one snapshot than in another one. Immutable.
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

    static EvidenceChange of(KindChange change) {
        List<FactRecord> records = change.records();
        Set<String> kinds = new HashSet<>();
        for (FactRecord record : records) {
            kinds.add(kind(record));
        }
        return new EvidenceChange(kinds, records);
    }

    private static String kind(FactRecord record) {
        return record.text("kind").orElse("");
    }

    /** Whether all is the same. */
    public boolean isNone() {
        return records.isEmpty();
    }

    /** Whether some of these kinds changed. */
    boolean any(Set<String> wanted) {
        return wanted.stream().anyMatch(kinds::contains);
    }

    private List<FactRecord> of(Set<String> wanted) {
        return records.stream().filter(record -> wanted.contains(kind(record))).toList();
    }

    /** The ids of those of a kind. */
    Set<String> ids(String kind) {
        return of(Set.of(kind)).stream()
                .flatMap(record -> record.text("id").stream())
                .collect(Collectors.toSet());
    }

    /** The ids of the evidence that those of some kinds are about, or were. */
    Set<String> about(Set<String> wanted) {
        return of(wanted).stream()
                .flatMap(record -> record.list("about").stream())
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    /** The subjects, as kind and id, on which a person's answer to a requirement changed. */
    Set<String> settled(String requirement) {
        return of(Set.of(DETERMINATION)).stream()
                .filter(record ->
                        record.text("requirement").filter(requirement::equals).isPresent())
                .flatMap(record -> record.text("subject").stream())
                .collect(Collectors.toSet());
    }

    /**
     * The ids of the records of a kind for which evidence of some kinds that changed may be given, or may have been; not for
     * components.
     *
     * @return empty where that may be any of them
     */
    Optional<Set<String>> subjects(Kind kind, Set<String> wanted) {
        Set<String> ids = new HashSet<>();
        boolean holding = kind == Kind.OPERATOR || kind == Kind.SUPPLIER;
        for (FactRecord record : of(wanted)) {
            Optional<String> holder = record.text("holder");
            Optional<FactRecord> scope = record.nested(SCOPE);
            if (scope.isEmpty() && holder.isEmpty()) {
                return Optional.empty();
            }
            holder.filter(some -> holding).ifPresent(ids::add);
            scope.ifPresent(some -> some.list(kind.word() + "s").forEach(id -> ids.add(id.toString())));
        }
        return Optional.of(ids);
    }

    /**
     * The rows of the components for which evidence of some kinds that changed may be given, or may have been: those whom a
     * scope names, and those of whom it is open because what they are is missing.
     *
     * @return empty where that may be any of them
     */
    Optional<Set<Integer>> components(FactTable table, Set<String> wanted) {
        Set<Integer> rows = new TreeSet<>();
        Set<Object> products = new HashSet<>();
        Set<Object> models = new HashSet<>();
        for (FactRecord record : of(wanted)) {
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
            rows(table, "product.name", products, true, rows);
            rows(table, "software.name", products, false, rows);
        }
        rows(table, "hardware.model", models, false, rows);
        return Optional.of(rows);
    }

    private static void rows(FactTable table, String path, Set<Object> wanted, boolean missing, Set<Integer> into) {
        if (wanted.isEmpty() || table.rows() == 0) {
            return;
        }
        table.column(path).rows(wanted::contains, missing, into::add);
    }
}
