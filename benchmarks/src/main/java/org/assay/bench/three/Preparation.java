package org.assay.bench.three;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assay.bench.inventory.Evidence;
import org.assay.bench.inventory.Model;
import org.assay.bench.inventory.Site;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Makes {@link Row}s and the tables that the rules by hand read. What is the same for many components is made once. */
final class Preparation {
    private static final Set<String> SCHEMES = Set.of("NESAS-CCS-GI", "CC", "BSZ");
    static final int NO_STATUS = 0;
    static final List<String> STATUSES = List.of("", "in-service", "ordered", "removed", "spare", "planned");

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Model, Row.Product> products = new IdentityHashMap<>();
    private final Map<Supplier, Row.Declaration[]> declarations = new IdentityHashMap<>();
    private final Map<Site, Row.Place> places = new IdentityHashMap<>();
    private final Map<String, Supplier> suppliers = new HashMap<>();
    private final Map<String, RulePack.Reference> tables;

    Preparation(RulePack pack, List<Supplier> all) {
        tables = pack.reference();
        all.forEach(supplier -> suppliers.put(supplier.id(), supplier));
    }

    /** The bits of the functions on the list of which the row is sure. */
    long critical() {
        return rows("criticalFunctions", row -> !row.unsure()) & ~settled();
    }

    /** The bits of those that may be on it: it is not complete. */
    long open() {
        return ~critical() & ~settled();
    }

    /** The bits of the functions that are a matter for a person. */
    long transport() {
        return rows("otherFunctions", row -> "review".equals(row.values().get("place")));
    }

    private long settled() {
        return rows("otherFunctions", row -> true);
    }

    private long rows(String table, Predicate<RulePack.Row> which) {
        return functions(tables.get(table).rows().stream()
                .filter(which)
                .map(row -> (String) row.values().get("function"))
                .toList());
    }

    long functions(List<String> some) {
        return some.stream().mapToLong(word -> bit("function " + word)).reduce(0, (a, b) -> a | b);
    }

    private long regions(List<String> some) {
        return some.stream().mapToLong(word -> bit("region " + word)).reduce(0, (a, b) -> a | b);
    }

    private long bit(String word) {
        int number = words.computeIfAbsent(word, w -> words.size());
        if (number >= Long.SIZE) {
            throw new IllegalStateException("more than 64 words");
        }
        return 1L << number;
    }

    int status(@Nullable String status) {
        return status == null ? NO_STATUS : STATUSES.indexOf(status);
    }

    Row.Place place(@Nullable Site site) {
        if (site == null) {
            return Row.NOWHERE;
        }
        return places.computeIfAbsent(
                site, s -> new Row.Place(Kleene.of(s.significant()), regions(List.of(s.region()))));
    }

    boolean designated(Supplier supplier) {
        return Set.of("Huawei", "ZTE").contains(supplier.group())
                || supplier.owners().stream()
                        .filter(owner -> owner.controls() && !owner.entity().isEmpty())
                        .anyMatch(owner -> designated(holder(owner.entity())));
    }

    private Supplier holder(String id) {
        return suppliers.getOrDefault(id, suppliers.values().iterator().next());
    }

    Row.Declaration[] declarations(Supplier supplier) {
        return declarations.computeIfAbsent(supplier, s -> s.declarations().stream()
                .map(paper -> new Row.Declaration(Row.day(paper.validUntil())))
                .toArray(Row.Declaration[]::new));
    }

    /** The place of the version among those of its model; below zero where it is missing. */
    int version(Unit unit) {
        String version = unit.version();
        List<Model.Version> all = unit.model().versions();
        for (int i = 0; version != null && i < all.size(); i++) {
            if (all.get(i).name().equals(version)) {
                return i;
            }
        }
        return -1;
    }

    Row.Product product(Model model) {
        return products.computeIfAbsent(
                model,
                m -> new Row.Product(
                        of(m, "certificate")
                                .filter(paper -> SCHEMES.contains(paper.scheme())
                                        && paper.issuer().equals("BSI"))
                                .map(paper -> certificate(m, paper))
                                .toArray(Row.Certificate[]::new),
                        of(m, "authorisation")
                                .map(paper ->
                                        new Row.Authorisation(regions(paper.regions()), Row.day(paper.validUntil())))
                                .toArray(Row.Authorisation[]::new),
                        of(m, "notification")
                                .mapToInt(paper -> Row.day(paper.received()))
                                .toArray(),
                        (int) of(m, "report").count(),
                        of(m, "report")
                                .filter(paper -> paper.result().equals("passed"))
                                .mapToInt(paper -> Row.day(paper.issued()))
                                .toArray()));
    }

    private static Stream<Evidence> of(Model model, String kind) {
        return model.evidence().stream().filter(paper -> paper.kind().equals(kind));
    }

    private static Row.Certificate certificate(Model model, Evidence paper) {
        List<String> names = model.versions().stream().map(Model.Version::name).toList();
        long bits = paper.versions().stream()
                .mapToInt(names::indexOf)
                .mapToLong(number -> 1L << number)
                .reduce(0, (a, b) -> a | b);
        return new Row.Certificate(bits, Row.day(paper.issued()), Row.day(paper.validUntil()), Row.day(paper.ended()));
    }

    /** All components prepared. */
    Row[] rows(Unit[] units) {
        return Arrays.stream(units).map(unit -> new Row(this, unit)).toArray(Row[]::new);
    }
}
