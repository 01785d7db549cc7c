package org.assay.engine.internal.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.engine.facts.FactRecord;

/**
 * Which records name what in their scope. A component is named by its id; else, where the scope lists products, by its
 * product or software name; else, where it lists models, by its hardware model.
 */
final class ScopeIndex {
    private static final Map<String, String> SCOPE_LISTS = Map.of(
            "component", "components",
            "supplier", "suppliers",
            "site", "sites",
            "operator", "operators",
            "contract", "contracts");

    /** So many records are not put in order again for each component. */
    private static final int MANY = 64;

    private static final int MAX_KEPT = 1_000;

    private final Map<String, List<FactView>> named = new HashMap<>();
    private final Map<String, List<FactView>> byProduct = new HashMap<>();
    private final Map<String, List<FactView>> byModel = new HashMap<>();
    private final List<FactView> withoutScope = new ArrayList<>();
    private final Map<List<Same>, Collection<FactView>> kept = new HashMap<>();

    ScopeIndex(List<FactView> records) {
        for (FactView record : records) {
            record.facts().ifPresent(facts -> index(record, facts));
        }
    }

    private void index(FactView record, FactRecord facts) {
        facts.text("holder").ifPresent(holder -> {
            put(named, "operator/" + holder, record);
            put(named, "supplier/" + holder, record);
        });
        Optional<FactRecord> scope = facts.nested("scope");
        if (scope.isEmpty()) {
            withoutScope.add(record);
            return;
        }
        SCOPE_LISTS.forEach((kind, list) -> scope.get().list(list).forEach(id -> put(named, kind + "/" + id, record)));
        List<?> products = scope.get().list("products");
        products.forEach(product -> put(byProduct, product.toString(), record));
        if (products.isEmpty()) {
            scope.get().list("models").forEach(model -> put(byModel, model.toString(), record));
        }
    }

    /** What one record names is put one after the other, so it is last where it is there already. */
    @SuppressWarnings("ReferenceEquality")
    private static void put(Map<String, List<FactView>> index, String key, FactView record) {
        List<FactView> records = index.computeIfAbsent(key, k -> new ArrayList<>());
        if (records.isEmpty() || records.get(records.size() - 1) != record) {
            records.add(record);
        }
    }

    /** The records that name a record other than a component. */
    Collection<FactView> of(String kind, String id) {
        return sorted(List.of(named.getOrDefault(kind + "/" + id, List.of())));
    }

    /** Whether one names a component by its id, and not only by its product or model. */
    boolean names(String component) {
        return named.containsKey("component/" + component);
    }

    /** The records that name a component, in id order. */
    Collection<FactView> ofComponent(FactView component) {
        List<List<FactView>> found = new ArrayList<>(4);
        add(found, named, component.subject());
        if (!byProduct.isEmpty()) {
            name(component, "product", "name").ifPresent(name -> add(found, byProduct, name));
            name(component, "software", "name").ifPresent(name -> add(found, byProduct, name));
        }
        if (!byModel.isEmpty()) {
            name(component, "hardware", "model").ifPresent(model -> add(found, byModel, model));
        }
        return found.isEmpty() ? List.of() : sorted(found);
    }

    private static void add(List<List<FactView>> found, Map<String, List<FactView>> index, String key) {
        List<FactView> records = index.get(key);
        if (records != null) {
            found.add(records);
        }
    }

    /** The facts whose absence leaves open whether a component is named: what product it is, and what a scope says. */
    Set<String> doubt(FactView component) {
        Set<String> missing = new TreeSet<>();
        component.note(new ReadKey.Known("product.name"));
        if (!byProduct.isEmpty() && name(component, "product", "name").isEmpty()) {
            missing.add(component.path("product.name"));
        }
        withoutScope.forEach(record -> missing.add(record.path("scope")));
        return missing;
    }

    /** As for a component; who holds a record is known without its scope. */
    Set<String> doubt() {
        Set<String> missing = new TreeSet<>();
        withoutScope.stream()
                .filter(record ->
                        record.facts().flatMap(facts -> facts.text("holder")).isEmpty())
                .forEach(record -> missing.add(record.path("scope")));
        return missing;
    }

    private static Optional<String> name(FactView component, String record, String field) {
        return component.facts().flatMap(facts -> facts.nested(record)).flatMap(nested -> nested.text(field));
    }

    private Collection<FactView> sorted(List<List<FactView>> found) {
        int size = found.stream().mapToInt(List::size).sum();
        if (found.size() == 1 && size < 2) {
            return found.get(0);
        }
        if (size < MANY) {
            return inOrder(found);
        }
        if (kept.size() > MAX_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(found.stream().map(Same::new).toList(), any -> List.copyOf(inOrder(found)));
    }

    /** This very list, whatever is in it. */
    private record Same(List<FactView> list) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.list == list;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(list);
        }
    }

    private static Collection<FactView> inOrder(List<List<FactView>> found) {
        SortedMap<String, FactView> byId = new TreeMap<>();
        found.forEach(records -> records.forEach(record -> byId.put(record.id(), record)));
        return byId.values();
    }
}
