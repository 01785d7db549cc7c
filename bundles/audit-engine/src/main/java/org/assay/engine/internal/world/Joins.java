package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.jspecify.annotations.Nullable;

/** What belongs to what. Lists are in id order and without repeats; each index is built when first needed. */
public final class Joins {
    private static final String CONTRACT = "contract";
    private static final String ORDER = "order";

    private final World world;
    private final Map<String, ScopeIndex> evidence = new HashMap<>();
    private final Map<String, Map<String, List<FactView>>> componentsByEvidence = new HashMap<>();
    private final Map<String, Map<String, List<FactView>>> byAbout = new HashMap<>();
    private @Nullable ScopeIndex contracts;
    private Map<String, List<FactView>> bySupplier = Map.of();
    private Map<String, List<FactView>> bySite = Map.of();
    private final Map<String, List<FactView>> byContract = new HashMap<>();
    private boolean componentsIndexed;

    Joins(World world) {
        this.world = world;
    }

    /** The supplier and the makers of hardware and software; a maker that should be named but is not is a missing one. */
    public List<FactView> suppliersOf(FactView component) {
        Set<FactView> suppliers = new LinkedHashSet<>();
        String kind = component.peek("kind").orElse("");
        boolean passive = component.peek("domain").filter("passive"::equals).isPresent();
        add(suppliers, component, "supplier");
        if ("equipment".equals(kind)) {
            add(suppliers, (FactView) component.read("hardware"), "maker");
        }
        if (!"service".equals(kind) && !passive) {
            add(suppliers, (FactView) component.read("software"), "maker");
        }
        return List.copyOf(suppliers);
    }

    private void add(Set<FactView> suppliers, FactView record, String field) {
        suppliers.add((FactView) record.read(field));
    }

    /** The components that name a supplier as their supplier or maker. */
    public List<FactView> componentsOfSupplier(FactView supplier) {
        indexComponents();
        return bySupplier.getOrDefault(supplier.id(), List.of());
    }

    /** The components that stand at a site. */
    public List<FactView> componentsOfSite(FactView site) {
        indexComponents();
        return bySite.getOrDefault(site.id(), List.of());
    }

    private void indexComponents() {
        if (!componentsIndexed) {
            world.untraced(this::index);
            componentsIndexed = true;
        }
    }

    private void index() {
        world.meter().work(world.all(Kind.COMPONENT).size());
        Map<String, List<FactView>> suppliers = new HashMap<>();
        Map<String, List<FactView>> sites = new HashMap<>();
        for (FactView component : world.all(Kind.COMPONENT)) {
            for (FactView supplier : suppliersOf(component)) {
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

    /** The components that a record of evidence is given for by {@link #evidenceFor}. */
    public List<FactView> componentsOfEvidence(FactView record) {
        String kind = text(record, "kind");
        return componentsByEvidence.computeIfAbsent(kind, this::reverse).getOrDefault(record.id(), List.of());
    }

    private Map<String, List<FactView>> reverse(String kind) {
        Map<String, List<FactView>> reversed = new HashMap<>();
        ScopeIndex index = scopes(kind);
        world.meter().work(world.all(Kind.COMPONENT).size());
        for (FactView component : world.all(Kind.COMPONENT)) {
            for (FactView record : index.ofComponent(component)) {
                reversed.computeIfAbsent(record.id(), id -> new ArrayList<>()).add(component);
            }
        }
        return reversed;
    }

    /** The components that the scope of a contract names. */
    public List<FactView> componentsOfContract(FactView contract) {
        return byContract.computeIfAbsent(contract.id(), id -> namedBy(contract));
    }

    private List<FactView> namedBy(FactView contract) {
        world.meter().work(world.all(Kind.COMPONENT).size());
        ScopeIndex index = new ScopeIndex(List.of(contract));
        return world.all(Kind.COMPONENT).stream()
                .filter(component -> !index.ofComponent(component).isEmpty())
                .toList();
    }

    /** The evidence of a kind whose scope names a record, as a list; or unknown where none was delivered. */
    public Object evidenceFor(FactView of, String kind) {
        ScopeIndex index = scopes(kind);
        String record = of.subject().substring(0, of.subject().indexOf('/'));
        if (of.missing().isPresent()) {
            return Unknown.of(of.missing().get());
        }
        boolean component = record.equals("component");
        Collection<FactView> found = component ? index.ofComponent(of) : index.of(record, of.id());
        world.meter().work(found.size());
        Set<String> doubt = component && !found.isEmpty() ? Set.of() : component ? index.doubt(of) : index.doubt();
        if (found.isEmpty() && !doubt.isEmpty()) {
            return Unknown.of(doubt);
        }
        return delivered(found, of, kind, world.schema().absentIsUnknown(kind));
    }

    /** The evidence of a kind that is about another record of evidence. */
    public Object evidenceAbout(FactView about, String kind) {
        List<FactView> found = byAbout.computeIfAbsent(kind, this::indexAbout).getOrDefault(about.id(), List.of());
        return delivered(found, about, kind, world.schema().absentIsUnknown(kind));
    }

    private Map<String, List<FactView>> indexAbout(String kind) {
        Map<String, List<FactView>> index = new HashMap<>();
        for (FactView record : visible(kind)) {
            for (Object about : facts(record).list("about").stream().distinct().toList()) {
                index.computeIfAbsent(about.toString(), id -> new ArrayList<>()).add(record);
            }
        }
        return index;
    }

    /** The contracts with a supplier, or whose scope names a component. */
    public Object contractsFor(FactView of) {
        List<FactView> all = world.all(Kind.CONTRACT);
        world.meter().work(all.size());
        boolean supplier = of.subject().startsWith("supplier/");
        Collection<FactView> found = supplier
                ? all.stream()
                        .filter(c -> facts(c).list("parties").contains(of.id()))
                        .toList()
                : contractScopes(all).ofComponent(of);
        return delivered(found, of, CONTRACT, false);
    }

    private ScopeIndex contractScopes(List<FactView> all) {
        ScopeIndex known = contracts == null ? new ScopeIndex(all) : contracts;
        contracts = known;
        return known;
    }

    /** The orders addressed to an operator that were issued by the as-of day; one without an addressee may be its own. */
    public Object ordersFor(FactView operator) {
        List<FactView> found = new ArrayList<>();
        world.meter().work(world.all(Kind.ORDER).size());
        for (FactView order : world.all(Kind.ORDER)) {
            Optional<String> addressee = facts(order).text("addressee");
            boolean seen = !later(facts(order), "issued");
            if (seen && addressee.map(operator.id()::equals).orElse(true)) {
                found.add(addressee.isPresent() ? order : world.unnamed(Kind.ORDER, order.path("addressee")));
            }
        }
        return delivered(found, operator, ORDER, false);
    }

    private Object delivered(Collection<FactView> found, FactView of, String word, boolean absentIsUnknown) {
        boolean withheld = world.facts().isNotDelivered(word);
        String path = of.about(World.EVIDENCE + word);
        if (found.isEmpty() && (withheld || absentIsUnknown)) {
            return Unknown.of(path);
        }
        if (!withheld) {
            return List.copyOf(found);
        }
        List<FactView> incomplete = new ArrayList<>(found);
        incomplete.add(world.unnamed(kindOf(word), path));
        return incomplete;
    }

    private static Kind kindOf(String word) {
        return switch (word) {
            case CONTRACT -> Kind.CONTRACT;
            case ORDER -> Kind.ORDER;
            default -> Kind.EVIDENCE;
        };
    }

    /** The evidence of a kind that can be seen on the as-of day. */
    public List<FactView> visible(String kind) {
        world.meter().work(world.all(Kind.EVIDENCE).size());
        return world.all(Kind.EVIDENCE).stream()
                .filter(record -> facts(record).text("kind").map(kind::equals).orElse(false))
                .filter(record -> !later(facts(record), "issued") && !later(facts(record), "received"))
                .toList();
    }

    /** Whether a record of evidence can be seen on the as-of day. */
    boolean seen(FactTable evidence, int row) {
        return !isLater(evidence.column("issued"), row) && !isLater(evidence.column("received"), row);
    }

    private boolean isLater(FactColumn days, int row) {
        return days.value(days.code(row)) instanceof LocalDate day && day.isAfter(world.asOf());
    }

    /** Whether the scope of evidence of a kind names a component by its id. */
    public boolean namesEvidence(String kind, String component) {
        return scopes(kind).names(component);
    }

    /** Whether the scope of a contract names a component by its id. */
    public boolean namesContract(String component) {
        return contractScopes(world.all(Kind.CONTRACT)).names(component);
    }

    private boolean later(FactRecord facts, String field) {
        return facts.get(field)
                .map(day -> ((LocalDate) day).isAfter(world.asOf()))
                .orElse(false);
    }

    private ScopeIndex scopes(String kind) {
        return evidence.computeIfAbsent(kind, k -> new ScopeIndex(visible(k)));
    }

    private static FactRecord facts(FactView view) {
        return view.facts().orElseThrow();
    }

    private static String text(FactView view, String field) {
        return view.facts().flatMap(facts -> facts.text(field)).orElse("");
    }
}
