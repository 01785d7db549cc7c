package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;
import org.assay.engine.pack.MeasureDef;
import org.junit.jupiter.api.Test;

class CapsTest {
    private static final Subject NETWORK = new Subject("network", "n");
    private static final List<String> BY = List.of("count", "busyHourTraffic", "sites");

    /** A component in the whole: whether it matches, its traffic, the number of its site. */
    record Part(boolean matches, int traffic, int site) {}

    private static Bench bench(List<Part> parts) {
        Bench bench = new Bench().share("m", "component.category == 'A'", "true", BY, List.of());
        for (int i = 0; i < parts.size(); i++) {
            component(bench, "c" + i, parts.get(i), Map.of());
        }
        return bench;
    }

    private static void component(Bench bench, String id, Part part, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("category", part.matches() ? "A" : "B");
        values.put("site", "s" + part.site());
        values.put("load", Bench.nested("Load", Map.of("busyHourTraffic", (long) part.traffic())));
        bench.with(Kind.SITE, "s" + part.site(), Map.of()).component(id, values);
    }

    private static List<CapView> caps(Bench bench, String condition, CapView.DueDays due) {
        RuleSet rules = bench.rules(
                "network",
                Binding.LAW,
                null,
                List.of(Bench.clause(condition, Outcome.FAIL), Bench.clause("", Outcome.PASS)));
        return bench.open(rules).caps("XX-1", NETWORK, due);
    }

    private static List<CapView> caps(Bench bench, String condition) {
        return caps(bench, condition, component -> Optional.empty());
    }

    private static List<String> components(CapView cap) {
        return cap.swaps().stream().map(CapView.Swap::component).toList();
    }

    @Test
    void the_heaviest_go_first() {
        Bench bench = bench(List.of(new Part(true, 5, 1), new Part(true, 50, 2), new Part(false, 45, 3)));
        CapView cap = caps(bench, "measures.m.busyHourTraffic.over(7, 20)").get(0);
        assertThat(components(cap)).containsExactly("c1");
        assertThat(cap.share()).isEqualTo("11/20");
        assertThat(cap.after()).isEqualTo("1/20");
        assertThat(cap.limit()).isEqualTo("7/20");
        assertThat(cap.deciding()).isTrue();
    }

    @Test
    void among_equals_those_that_are_due_first_go_then_those_out_of_support() {
        Bench bench = new Bench().share("m", "component.category == 'A'", "true", BY, List.of());
        Map<String, Object> old = Map.of("endOfSupport", LocalDate.parse("2027-01-31"));
        component(bench, "a", new Part(true, 1, 1), Map.of());
        component(bench, "b", new Part(true, 1, 1), old);
        component(bench, "c", new Part(true, 1, 1), Map.of());
        component(bench, "d", new Part(false, 1, 1), Map.of());
        CapView.DueDays due =
                component -> Optional.of(component).filter("c"::equals).map(c -> LocalDate.parse("2026-12-31"));
        CapView cap = caps(bench, "measures.m.count.over(1, 4)", due).get(0);
        assertThat(components(cap)).containsExactly("c", "b");
        assertThat(cap.swaps().get(0).due()).isEqualTo("2026-12-31");
        assertThat(cap.swaps().get(1).endOfSupport()).isEqualTo("2027-01-31");
    }

    @Test
    void exactly_the_limit_is_enough_for_over_and_not_for_reaches() {
        Bench bench = bench(
                List.of(new Part(true, 1, 1), new Part(true, 1, 1), new Part(false, 1, 1), new Part(false, 1, 1)));
        assertThat(components(caps(bench, "measures.m.count.over(1, 4)").get(0)))
                .hasSize(1);
        assertThat(components(caps(bench, "measures.m.count.reaches(1, 4)").get(0)))
                .hasSize(2);
    }

    @Test
    void every_share_over_its_limit_is_named_not_only_the_first_that_decides() {
        Bench bench = bench(List.of(new Part(true, 9, 1), new Part(false, 1, 1)));
        assertThat(caps(bench, "measures.m.count.over(1, 4) || measures.m.busyHourTraffic.over(1, 2)"))
                .extracting(CapView::weight)
                .containsExactly("count", "busyHourTraffic");
        assertThat(caps(bench, "measures.m.count.over(1, 4) ? measures.m.busyHourTraffic.over(1, 2) : true"))
                .extracting(CapView::weight)
                .containsExactly("busyHourTraffic");
    }

    @Test
    void a_clause_that_did_not_decide_is_named_too() {
        Bench bench = bench(List.of(new Part(true, 9, 1), new Part(false, 1, 1)));
        RuleSet rules = bench.rules(
                "network",
                Binding.LAW,
                null,
                List.of(
                        Bench.clause("measures.m.count.over(1, 4)", Outcome.FAIL),
                        Bench.clause("measures.m.busyHourTraffic.over(1, 2)", Outcome.REVIEW),
                        Bench.clause("", Outcome.PASS)));
        assertThat(bench.open(rules).caps("XX-1", NETWORK, component -> Optional.empty()))
                .extracting(CapView::clause, CapView::deciding)
                .containsExactly(tuple(0, true), tuple(1, false));
    }

    @Test
    void every_group_over_the_limit_is_named() {
        Bench bench = new Bench()
                .share("m", "component.category == 'A'", "true", List.of("count"), List.of("component.site.id"));
        component(bench, "a", new Part(true, 1, 1), Map.of());
        component(bench, "b", new Part(true, 1, 2), Map.of());
        component(bench, "c", new Part(false, 1, 3), Map.of());
        assertThat(caps(bench, "measures.m.exists(g, g.count.over(1, 2))"))
                .extracting(CapView::group)
                .containsExactly(List.of("s1"), List.of("s2"));
    }

    @Test
    void of_the_largest_share_every_key_over_the_limit_is_named() {
        Bench bench = new Bench()
                .measure("m", MeasureDef.Function.SHARES, "component.name", "true", List.of("count"), List.of());
        for (String id : List.of("a1", "a2", "a3", "b1", "b2", "c1")) {
            bench.component(id, Map.of("name", id.substring(0, 1)));
        }
        List<CapView> caps = caps(bench, "measures.m.count.largest.over(1, 4)");
        assertThat(caps).extracting(CapView::key).containsExactly("a", "b");
        assertThat(components(caps.get(0))).containsExactly("a1", "a2");
        assertThat(components(caps.get(1))).containsExactly("b1");
    }

    @Test
    void a_site_goes_out_of_the_share_with_all_that_matches_there_and_the_smallest_go_first() {
        Bench bench = bench(List.of(
                new Part(true, 1, 1),
                new Part(true, 1, 1),
                new Part(true, 1, 2),
                new Part(false, 1, 3),
                new Part(false, 1, 4)));
        CapView cap = caps(bench, "measures.m.sites.over(1, 4)").get(0);
        assertThat(components(cap)).containsExactly("c2");
        assertThat(cap.after()).isEqualTo("1/4");
    }

    @Test
    void a_missing_weight_is_named_as_what_more_swaps_may_hang_on() {
        Bench bench = bench(List.of(new Part(true, 9, 1), new Part(false, 1, 1)));
        bench.component("x", Map.of("category", "A", "site", "s1"));
        CapView cap = caps(bench, "measures.m.busyHourTraffic.over(1, 2)").get(0);
        assertThat(components(cap)).containsExactly("c0");
        assertThat(cap.missing()).containsExactly("component/x/load.busyHourTraffic");
    }

    @Test
    void what_is_not_over_a_limit_needs_no_swaps() {
        Bench bench = bench(List.of(new Part(true, 1, 1), new Part(false, 3, 1)));
        assertThat(caps(bench, "measures.m.count.over(1, 2)")).isEmpty();
        assertThat(caps(bench, "!measures.m.count.over(1, 2) && measures.m.count.over(1, 4)"))
                .hasSize(1);
    }

    @Property(tries = 300)
    void no_fewer_components_bring_a_share_under_its_limit(
            @ForAll("parts") List<Part> parts, @ForAll("limits") int limit) {
        for (String weight : BY) {
            for (CapView cap : caps(bench(parts), "measures.m." + weight + ".over(" + limit + ", 10)")) {
                assertThat(cap.after()).satisfies(after -> assertThat(Fraction.parse(after))
                        .isLessThanOrEqualTo(Fraction.of(limit, 10)));
                assertThat(cap.swaps()).hasSize(fewest(parts, weight, limit));
            }
        }
    }

    /** By trying every choice. */
    private static int fewest(List<Part> parts, String weight, int limit) {
        int fewest = parts.size();
        for (int choice = 0; choice < 1 << parts.size(); choice++) {
            List<Part> left = new ArrayList<>();
            boolean fits = true;
            for (int i = 0; i < parts.size(); i++) {
                boolean swapped = (choice >> i & 1) == 1;
                fits &= !swapped || parts.get(i).matches();
                Part part = parts.get(i);
                left.add(new Part(part.matches() && !swapped, part.traffic(), part.site()));
            }
            boolean under = weight(left, weight, true) * 10 <= weight(parts, weight, false) * limit;
            fewest = fits && under ? Math.min(fewest, Integer.bitCount(choice)) : fewest;
        }
        return fewest;
    }

    private static long weight(List<Part> parts, String weight, boolean matching) {
        var counted = parts.stream().filter(part -> part.matches() || !matching);
        return switch (weight) {
            case "count" -> counted.count();
            case "sites" -> counted.map(Part::site).distinct().count();
            default -> counted.mapToLong(Part::traffic).sum();
        };
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 4))
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(0, 9);
    }
}
