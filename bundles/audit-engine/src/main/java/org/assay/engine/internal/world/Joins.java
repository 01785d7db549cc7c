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
import java.util.stream.IntStream;
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
    private final Map<String, Map<String, List<FactView>>> byAbout = new HashMap<>();
    private @Nullable ScopeIndex contracts;
    private final Map<String, List<FactView>> byContract = new HashMap<>();
    private final ComponentsOf components;
    private @Nullable Set<String> corrected;

    Joins(World world) {
        this.world = world;
        this.components = new ComponentsOf(world, this);
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

    /** The components of other records. */
    public ComponentsOf components() {
        return components;
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

    ScopeIndex contractScopes(List<FactView> all) {
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
        FactTable table = world.facts().table(Kind.EVIDENCE);
        world.meter().work(table.rows());
        if (table.rows() == 0) {
            return List.of();
        }
        FactColumn kinds = table.column("kind");
        return IntStream.range(0, table.rows())
                .filter(row -> kind.equals(kinds.value(kinds.code(row))) && seen(table, row))
                .mapToObj(row -> world.view(Kind.EVIDENCE, table.id(row)))
                .toList();
    }

    /** Whether a record of evidence can be seen on the as-of day: it has come, and was not taken back. */
    boolean seen(FactTable evidence, int row) {
        return Corrections.hasCome(evidence, row, world.knownOn())
                && (corrected().isEmpty() || !corrected().contains(evidence.id(row)));
    }

    /** The ids of the evidence that corrections have taken back by the as-of day. */
    private Set<String> corrected() {
        Set<String> known = corrected;
        if (known == null) {
            known = Corrections.asOf(world.facts(), world.knownOn()).corrected();
            corrected = known;
        }
        return known;
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
                .map(day -> ((LocalDate) day).isAfter(world.knownOn()))
                .orElse(false);
    }

    ScopeIndex scopes(String kind) {
        return evidence.computeIfAbsent(kind, k -> new ScopeIndex(visible(k)));
    }

    private static FactRecord facts(FactView view) {
        return view.facts().orElseThrow();
    }
}
