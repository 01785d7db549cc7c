package org.assay.engine.consequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.engine.consequence.Alternative.Candidate;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** Which suppliers that a network has already could stand in where a regime does not trust components. */
public final class Alternatives {
    private final Standings standings;
    private final List<Standings> all;
    private final SortedMap<String, List<Use>> byFunction = new TreeMap<>();

    /** A component in use that realises a function. */
    private record Use(String component, String supplier, String domain, String region) {}

    /** A part of the network in a region. */
    private record Place(String domain, String region) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::domain).thenComparing(Place::region);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private Alternatives(Standings standings, List<Standings> all) {
        this.standings = standings;
        this.all = all;
        NetworkFacts facts = standings.facts();
        facts.all(Kind.COMPONENT).forEach((id, component) -> {
            if (Standings.isUsed(component, standings.asOf())) {
                Use use = use(id, component, facts);
                component.list("functions").forEach(function -> byFunction
                        .computeIfAbsent((String) function, any -> new ArrayList<>())
                        .add(use));
            }
        });
    }

    private static Use use(String id, FactRecord component, NetworkFacts facts) {
        String region = component
                .text("site")
                .flatMap(site -> facts.find(Kind.SITE, site))
                .flatMap((FactRecord site) -> site.text("region"))
                .orElse("");
        String supplier = Standings.suppliersOf(component).stream().findFirst().orElse("");
        return new Use(id, supplier, component.text("domain").orElse(""), region);
    }

    /**
     * By function, part and region.
     *
     * @param standings how the regime in question stands to the components
     * @param all how all chosen regimes do, this one among them
     */
    public static List<Alternative> of(Standings standings, List<Standings> all) {
        Alternatives alternatives = new Alternatives(standings, all);
        List<Alternative> found = new ArrayList<>();
        alternatives.byFunction.forEach((function, uses) -> found.addAll(alternatives.of(function, uses)));
        return found;
    }

    private List<Alternative> of(String function, List<Use> uses) {
        SortedMap<Place, int[]> places = new TreeMap<>();
        for (Use use : uses) {
            standings.of(use.component()).ifPresent(standing -> {
                int[] counts = places.computeIfAbsent(new Place(use.domain(), use.region()), any -> new int[2]);
                counts[standing.trust() == Trust.OPEN ? 1 : 0]++;
            });
        }
        List<Alternative> found = new ArrayList<>();
        places.forEach((place, counts) -> {
            if (counts[0] > 0) {
                found.add(new Alternative(
                        standings.regime(),
                        function,
                        place.domain(),
                        place.region(),
                        counts[0],
                        counts[1],
                        candidates(uses, place)));
            }
        });
        return found;
    }

    private List<Candidate> candidates(List<Use> uses, Place place) {
        Map<String, List<Use>> bySupplier = new TreeMap<>();
        uses.stream().filter(use -> !use.supplier().isEmpty()).forEach(use -> bySupplier
                .computeIfAbsent(use.supplier(), any -> new ArrayList<>())
                .add(use));
        return bySupplier.entrySet().stream()
                .map(supplier -> candidate(supplier.getKey(), supplier.getValue(), place))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Candidate::passesAll)
                        .reversed()
                        .thenComparing(candidate -> -candidate.here())
                        .thenComparing(candidate -> -candidate.elsewhere())
                        .thenComparing(Candidate::supplier))
                .toList();
    }

    private Optional<Candidate> candidate(String supplier, List<Use> uses, Place place) {
        int here = 0;
        SortedSet<String> distrusted = new TreeSet<>();
        SortedSet<String> unjudged = new TreeSet<>();
        for (Use use : uses) {
            here += place.equals(new Place(use.domain(), use.region())) ? 1 : 0;
            for (Standings some : all) {
                some.of(use.component()).ifPresent(standing -> (standing.trust() == Trust.OPEN ? unjudged : distrusted)
                        .add(some.regime()));
            }
        }
        if (distrusted.contains(standings.regime())) {
            return Optional.empty();
        }
        unjudged.removeAll(distrusted);
        String name = standings
                .facts()
                .find(Kind.SUPPLIER, supplier)
                .flatMap((FactRecord record) -> record.text("name"))
                .orElse(supplier);
        return Optional.of(new Candidate(
                supplier, name, here, uses.size() - here, List.copyOf(distrusted), List.copyOf(unjudged)));
    }
}
