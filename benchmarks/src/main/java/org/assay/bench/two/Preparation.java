package org.assay.bench.two;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assay.bench.inventory.Evidence;
import org.assay.bench.inventory.Model;
import org.assay.bench.inventory.Site;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;

/** Makes {@link Row}s. What is the same for many components is made once. */
final class Preparation {
    final Codes functions = new Codes();
    final Codes words = new Codes();
    final Codes countries = new Codes();
    final Codes regions = new Codes();

    private final Register register;
    private final Map<Supplier, Row.Party> parties = new IdentityHashMap<>();
    private final Map<Model, Row.Product> products = new IdentityHashMap<>();
    private final Map<Site, Row.Place> places = new IdentityHashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();

    Preparation(Register register) {
        this.register = register;
    }

    Row.Party party(Supplier supplier) {
        return parties.computeIfAbsent(
                supplier,
                s -> new Row.Party(
                        Words.ALLIED.contains(s.registeredIn()),
                        Words.UNION.contains(s.seatIn()),
                        register.inGroup(s, "Huawei"),
                        register.inGroup(s, "Huawei") || register.inGroup(s, "ZTE"),
                        Words.stateControlled(s),
                        register.heldFromOutside(s),
                        s.declarations().stream()
                                .map(d -> new Row.Span(Codes.day(d.issued()), Codes.day(d.validUntil())))
                                .toArray(Row.Span[]::new)));
    }

    Row.Product product(Model model) {
        return products.computeIfAbsent(
                model,
                m -> new Row.Product(
                        register.withdrawn(m.hardware()),
                        vulnerable(m),
                        papers(m, "certificate", Preparation::counts)
                                .map(c -> certificate(m, c))
                                .toArray(Row.Certificate[]::new),
                        papers(m, "report", r -> r.result().equals("passed"))
                                .mapToInt(r -> Codes.day(r.issued()))
                                .toArray(),
                        papers(m, "notification", n -> true)
                                .mapToInt(n -> Codes.day(n.received().plusMonths(2)))
                                .toArray(),
                        papers(m, "authorisation", a -> true)
                                .map(a -> new Row.Authorisation(regions.bits(a.regions()), Codes.day(a.validUntil())))
                                .toArray(Row.Authorisation[]::new)));
    }

    private static Stream<Evidence> papers(Model model, String kind, Predicate<Evidence> which) {
        return model.evidence().stream()
                .filter(paper -> paper.kind().equals(kind))
                .filter(which);
    }

    private static boolean counts(Evidence paper) {
        return Words.SCHEMES.contains(paper.scheme()) && paper.issuer().equals("BSI");
    }

    private static Row.Certificate certificate(Model model, Evidence paper) {
        long bits = 0;
        for (int i = 0; i < model.versions().size(); i++) {
            bits |= paper.versions().contains(model.versions().get(i).name()) ? 1L << i : 0;
        }
        return new Row.Certificate(
                bits,
                Codes.day(paper.issued()),
                Codes.day(paper.validFrom()),
                Codes.day(paper.validUntil()),
                Codes.day(paper.ended()));
    }

    private long vulnerable(Model model) {
        long bits = 0;
        for (int i = 0; i < model.versions().size(); i++) {
            String version = model.versions().get(i).name();
            bits |= register.vulnerable(model.product(), version) ? 1L << i : 0;
        }
        return bits;
    }

    Row.Place place(Site site) {
        return places.computeIfAbsent(
                site,
                s -> new Row.Place(
                        words.number(s.kind()),
                        1L << regions.number(s.region()),
                        s.country().equals("DE"),
                        s.significant()));
    }

    int version(Unit unit) {
        List<Model.Version> all = unit.model().versions();
        String key = unit.product() + '\n' + unit.version();
        return versions.computeIfAbsent(
                key, k -> all.stream().map(Model.Version::name).toList().indexOf(unit.version()));
    }

    long registered(List<Supplier> parties) {
        return countries.bits(parties.stream().map(Supplier::registeredIn).toList());
    }

    long from(List<Unit.Access> ways) {
        return ways.isEmpty()
                ? 0
                : countries.bits(ways.stream().map(Unit.Access::country).toList());
    }

    /** A day as a number. */
    static int day(String day) {
        return Codes.day(LocalDate.parse(day));
    }
}
