package org.assay.engine.internal.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;

/** Which components belong to a record. Lists are in id order; indexes are built once many are asked for. Not thread-safe. */
public final class ComponentsOf {
    /** The fields of a component by which it may name a supplier or maker. */
    public static final List<String> SUPPLIERS = List.of("supplier", "hardware.maker", "software.maker");

    private static final List<String> SCOPED = List.of("product.name", "software.name", "hardware.model");

    private final World world;
    private final Joins joins;
    private final FewMembers few;
    private final Map<String, Map<String, List<FactView>>> byEvidence = new HashMap<>();
    private Map<String, List<FactView>> bySupplier = Map.of();
    private Map<String, List<FactView>> bySite = Map.of();
    private boolean indexed;

    ComponentsOf(World world, Joins joins) {
        this.world = world;
        this.joins = joins;
        this.few = new FewMembers(world);
    }

    /** The components that name a supplier as their supplier or maker. */
    public List<FactView> supplier(FactView supplier) {
        String id = supplier.id();
        return few(() -> few.find(List.of(), SUPPLIERS, List.of(id), component -> isFrom(component, id)))
                .orElseGet(() -> {
                    indexComponents();
                    return bySupplier.getOrDefault(id, List.of());
                });
    }

    private boolean isFrom(FactView component, String supplier) {
        return joins.suppliersOf(component).stream()
                .anyMatch(one -> one.missing().isEmpty() && one.id().equals(supplier));
    }

    private Optional<List<FactView>> few(Supplier<Optional<List<FactView>>> finding) {
        List<Optional<List<FactView>>> found = new ArrayList<>(1);
        if (!indexed) {
            world.untraced(() -> found.add(finding.get()));
        }
        return found.isEmpty() ? Optional.empty() : found.get(0);
    }

    /** The components that stand at a site. */
    public List<FactView> site(FactView site) {
        String id = site.id();
        return few(() -> few.find(List.of(), List.of("site"), List.of(id), component -> true))
                .orElseGet(() -> {
                    indexComponents();
                    return bySite.getOrDefault(id, List.of());
                });
    }

    private void indexComponents() {
        if (!indexed) {
            world.untraced(this::index);
            indexed = true;
        }
    }

    private void index() {
        world.meter().work(world.all(Kind.COMPONENT).size());
        Map<String, List<FactView>> suppliers = new HashMap<>();
        Map<String, List<FactView>> sites = new HashMap<>();
        for (FactView component : world.all(Kind.COMPONENT)) {
            for (FactView supplier : joins.suppliersOf(component)) {
                if (supplier.missing().isEmpty()) {
                    suppliers
                            .computeIfAbsent(supplier.id(), id -> new ArrayList<>())
                            .add(component);
                }
            }
            component.facts().flatMap(facts -> facts.text("site")).ifPresent(site -> sites.computeIfAbsent(
                            site, id -> new ArrayList<>())
                    .add(component));
        }
        bySupplier = suppliers;
        bySite = sites;
    }

    /** The ids of the records of a kind, evidence with its own, of which a component is one. */
    public Set<String> holders(FactView component, String kind) {
        Collection<FactView> found =
                switch (kind) {
                    case "supplier" ->
                        joins.suppliersOf(component).stream()
                                .filter(supplier -> supplier.missing().isEmpty())
                                .toList();
                    case "site" ->
                        component.facts().flatMap(facts -> facts.text("site")).stream()
                                .map(site -> world.view(Kind.SITE, site))
                                .toList();
                    case "contract" ->
                        joins.contractScopes(world.all(Kind.CONTRACT)).ofComponent(component);
                    default ->
                        joins.scopes(kind.substring(kind.indexOf('.') + 1)).ofComponent(component);
                };
        return found.stream().map(FactView::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The components that a record of evidence is given for by {@link #evidenceFor}. */
    public List<FactView> evidence(FactView record) {
        String kind = text(record, "kind");
        FactTable table = world.facts().table(Kind.EVIDENCE);
        int row = table.row(record.id());
        if (row < 0 || !joins.seen(table, row)) {
            return List.of();
        }
        if (!byEvidence.containsKey(kind)) {
            FactView one = world.view(Kind.EVIDENCE, record.id());
            Optional<List<FactView>> found = kind.equals(text(one, "kind")) ? named(one) : Optional.of(List.of());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return byEvidence.computeIfAbsent(kind, this::reverse).getOrDefault(record.id(), List.of());
    }

    /** The components that the scope of a record names, if they are to be found one by one. */
    private Optional<List<FactView>> named(FactView record) {
        Optional<FactRecord> scope = facts(record).nested("scope");
        if (scope.isEmpty()) {
            return Optional.of(List.of());
        }
        ScopeIndex index = new ScopeIndex(List.of(record));
        List<Object> names = new ArrayList<>(scope.get().list("products"));
        names.addAll(scope.get().list("models"));
        return few.find(scope.get().list("components"), SCOPED, names, component -> !index.ofComponent(component)
                .isEmpty());
    }

    private Map<String, List<FactView>> reverse(String kind) {
        Map<String, List<FactView>> reversed = new HashMap<>();
        ScopeIndex index = joins.scopes(kind);
        world.meter().work(world.all(Kind.COMPONENT).size());
        for (FactView component : world.all(Kind.COMPONENT)) {
            for (FactView record : index.ofComponent(component)) {
                reversed.computeIfAbsent(record.id(), id -> new ArrayList<>()).add(component);
            }
        }
        return reversed;
    }

    private static FactRecord facts(FactView view) {
        return view.facts().orElseThrow();
    }

    private static String text(FactView view, String field) {
        return view.facts().flatMap(facts -> facts.text(field)).orElse("");
    }
}
