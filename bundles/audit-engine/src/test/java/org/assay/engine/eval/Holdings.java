package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;

/** Small graphs of owners, and what they mean, computed in the plainest way: every path, every completion. */
final class Holdings {
    static final String STATE = "S";
    static final String NOBODY = "?";
    static final String COMPANY = "K";
    static final int SIZE = 4;

    private Holdings() {}

    /**
     * A link to a holder: the number of a supplier, or one of the words above.
     *
     * @param equity eighths; null where missing
     * @param controls null where missing
     */
    record Link(String holder, Integer equity, Boolean controls) {}

    /** The owners of each supplier; a list that is null is missing. */
    record Graph(List<List<Link>> owners) {
        long count(String holder) {
            return owners.stream()
                    .filter(links -> links != null)
                    .flatMap(List::stream)
                    .filter(link -> link.holder().equals(holder))
                    .count();
        }

        Bench bench() {
            Bench bench = new Bench();
            for (int i = 0; i < owners.size(); i++) {
                Map<String, Object> values = new HashMap<>(Map.of("name", "Company " + i, "group", "G" + i));
                if (owners.get(i) != null) {
                    values.put(
                            "owners",
                            owners.get(i).stream().map(Holdings::owner).toList());
                }
                bench.with(Kind.SUPPLIER, "s" + i, values);
                bench.component("c" + i, Map.of("supplier", "s" + i));
            }
            return bench;
        }
    }

    private static Object owner(Link link) {
        Map<String, Object> values = new HashMap<>();
        switch (link.holder()) {
            case STATE -> values.putAll(Map.of("kind", "state", "name", "State of S"));
            case NOBODY -> values.put("kind", "undisclosed");
            case COMPANY -> values.putAll(Map.of("kind", "entity", "name", "Company K"));
            default -> {
                boolean supplier = isSupplier(link.holder());
                values.putAll(
                        supplier
                                ? Map.of("kind", "entity", "entity", "s" + link.holder())
                                : Map.of("kind", "person", "name", link.holder()));
            }
        }
        if (link.equity() != null) {
            values.put("equity", Fraction.of(link.equity(), 8));
        }
        if (link.controls() != null) {
            values.put("controls", link.controls());
        }
        return Bench.nested("Owner", values);
    }

    /** Graphs in which known shares of one supplier add up to no more than the whole. */
    static Arbitrary<Graph> graphs(double gaps) {
        Arbitrary<Integer> shares = Arbitraries.of(1, 2, 4, 8).injectNull(gaps);
        Arbitrary<Boolean> controls = Arbitraries.of(true, false, false, false).injectNull(gaps);
        List<String> named = List.of("0", "1", "2", "3", STATE);
        List<String> all = List.of("0", "1", "2", "3", "0", "1", "2", "3", STATE, NOBODY, COMPANY);
        Arbitrary<String> holders = gaps == 0 ? Arbitraries.of(named) : Arbitraries.of(all);
        Arbitrary<List<Link>> owners = Combinators.combine(holders, shares, controls)
                .as(Link::new)
                .list()
                .ofMaxSize(3)
                .uniqueElements(Link::holder)
                .filter(Holdings::fits)
                .injectNull(gaps / 3);
        return owners.list().ofSize(SIZE).map(Graph::new);
    }

    private static boolean fits(List<Link> links) {
        return links.stream()
                        .mapToInt(link -> link.equity() == null ? 0 : link.equity())
                        .sum()
                <= 8;
    }

    /** The sum over all paths that meet nobody twice, not capped; {@code weight} gives the worth of a link. */
    static Fraction paths(Graph graph, String owner, int owned, Set<String> met, Function<Link, Fraction> weight) {
        Fraction sum = Fraction.ZERO;
        for (Link link : graph.owners().get(owned)) {
            Fraction through = Fraction.ZERO;
            if (link.holder().equals(owner)) {
                through = Fraction.ONE;
            } else if (isSupplier(link.holder()) && !met.contains(link.holder())) {
                Set<String> more = new java.util.HashSet<>(met);
                more.add(link.holder());
                through = paths(graph, owner, Integer.parseInt(link.holder()), more, weight);
            }
            sum = sum.plus(weight.apply(link).times(through));
        }
        return sum;
    }

    static Fraction interest(Graph known, String owner, int owned) {
        if (owner.equals("" + owned)) {
            return Fraction.ONE;
        }
        Fraction sum = paths(known, owner, owned, Set.of("" + owned), Holdings::weight);
        return sum.compareTo(Fraction.ONE) > 0 ? Fraction.ONE : sum;
    }

    private static Fraction weight(Link link) {
        return link.controls() ? Fraction.ONE : Fraction.of(link.equity(), 8);
    }

    private static boolean isSupplier(String holder) {
        return Character.isDigit(holder.charAt(0));
    }

    /** The extreme completions of what is missing, for an owner; empty if there are too many. */
    static List<Graph> completions(Graph graph, String owner, int most) {
        List<Graph> all = List.of(new Graph(List.of()));
        for (List<Link> links : graph.owners()) {
            List<Graph> longer = new ArrayList<>();
            for (List<Link> complete :
                    completions(links, owner, "stranger " + all.get(0).owners().size() + " ")) {
                for (Graph one : all) {
                    List<List<Link>> more = new ArrayList<>(one.owners());
                    more.add(complete);
                    longer.add(new Graph(more));
                }
            }
            all = longer;
            if (all.size() > most) {
                return List.of();
            }
        }
        return all;
    }

    private static List<List<Link>> completions(List<Link> links, String owner, String stranger) {
        if (links == null) {
            return List.of(List.of(), List.of(new Link(owner, 8, false)));
        }
        int rest = 8
                - links.stream()
                        .mapToInt(link -> link.equity() == null ? 0 : link.equity())
                        .sum();
        List<List<Link>> all = new ArrayList<>();
        // Who gets what is left: nobody, or one of those whose share is missing
        for (int taker = -1; taker < links.size(); taker++) {
            if (taker < 0 || links.get(taker).equity() == null) {
                complete(links, List.of(stranger, owner), taker, rest, new ArrayList<>(), all);
            }
        }
        return all;
    }

    private static void complete(
            List<Link> links, List<String> fills, int taker, int rest, List<Link> done, List<List<Link>> all) {
        if (done.size() == links.size()) {
            all.add(List.copyOf(done));
            return;
        }
        Link link = links.get(done.size());
        int open = done.size() == taker ? rest : 0;
        int equity = link.equity() == null ? open : link.equity();
        boolean gap = link.holder().equals(NOBODY) || link.holder().equals(COMPANY);
        String stranger = fills.get(0) + done.size();
        for (String holder : gap ? List.of(stranger, fills.get(1)) : List.of(link.holder())) {
            for (Boolean controls : link.controls() == null ? List.of(false, true) : List.of(link.controls())) {
                done.add(new Link(holder, equity, controls));
                complete(links, fills, taker, rest, done, all);
                done.remove(done.size() - 1);
            }
        }
    }
}
