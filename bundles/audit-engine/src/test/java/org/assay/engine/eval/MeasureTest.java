package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assay.engine.pack.MeasureDef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static final String MATCH = "component.category == 'A'";
    private static final String OF = "component.domain == 'ran'";

    /** A component of a share; null stands for a missing fact. */
    record Part(Boolean belongs, Boolean matches, Integer weight) {}

    private static Bench bench(List<Part> parts) {
        Bench bench = new Bench().share("m", MATCH, OF, List.of("count", "busyHourTraffic"), List.of());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Map<String, Object> values = new HashMap<>();
            put(values, "domain", part.belongs(), "ran", "core");
            put(values, "category", part.matches(), "A", "B");
            if (part.weight() != null) {
                values.put("load", Bench.nested("Load", Map.of("busyHourTraffic", (long) part.weight())));
            }
            bench.component("c" + i, values);
        }
        return bench;
    }

    private static void put(Map<String, Object> values, String field, Boolean truth, String yes, String no) {
        if (truth != null) {
            values.put(field, truth ? yes : no);
        }
    }

    private static Truth truth(List<Part> parts, String condition) {
        return bench(parts).explain("network", "n", condition).clauses().get(0).truth();
    }

    private static List<Part> known(int matching, int others) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < matching + others; i++) {
            parts.add(new Part(true, i < matching, 1));
        }
        return parts;
    }

    @Test
    void exactly_at_the_limit_is_not_over_it() {
        assertThat(truth(known(35, 65), "measures.m.count.over(7, 20)")).isEqualTo(Truth.FALSE);
        assertThat(truth(known(36, 64), "measures.m.count.over(7, 20)")).isEqualTo(Truth.TRUE);
        assertThat(truth(known(35, 65), "measures.m.count.reaches(7, 20)")).isEqualTo(Truth.TRUE);
    }

    @Test
    void unknown_parts_matter_only_where_the_limit_lies_between() {
        List<Part> five = known(30, 65);
        five.addAll(Collections.nCopies(5, new Part(true, null, 1)));
        assertThat(truth(five, "measures.m.count.over(7, 20)")).isEqualTo(Truth.FALSE);
        List<Part> six = known(30, 64);
        six.addAll(Collections.nCopies(6, new Part(true, null, 1)));
        assertThat(truth(six, "measures.m.count.over(7, 20)")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void the_fewest_swaps_replace_the_largest_first() {
        assertThat(truth(known(40, 60), "measures.m.count.swapsTo(7, 20) == 5")).isEqualTo(Truth.TRUE);
        List<Part> heavy = List.of(new Part(true, true, 50), new Part(true, true, 10), new Part(true, false, 40));
        assertThat(truth(heavy, "measures.m.busyHourTraffic.swapsTo(7, 20) == 1"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void the_share_of_a_group_is_unknown_to_a_component_that_may_be_in_any() {
        Bench bench = new Bench()
                .share("m", MATCH, OF, List.of("count"), List.of("component.site.region"))
                .component("c", Map.of("category", "A", "domain", "ran"));
        for (String condition : List.of("measures.m.count.over(7, 20)", "measures.m.empty")) {
            Explanation.ClauseTrace asked = bench.ask(condition, "c");
            assertThat(asked.truth()).as(condition).isEqualTo(Truth.UNKNOWN);
            assertThat(asked.missing()).containsExactly("component/c/site");
        }
        assertThat(bench.text("{measures.m}", "c")).isEqualTo("(not known)");
    }

    @Test
    void a_share_of_nothing_is_empty_and_over_no_limit() {
        assertThat(truth(List.of(), "measures.m.empty && !measures.m.count.over(0, 1)"))
                .isEqualTo(Truth.TRUE);
        assertThat(truth(List.of(new Part(null, true, 1)), "measures.m.empty")).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(List.of(new Part(true, null, 1)), "measures.m.empty")).isEqualTo(Truth.FALSE);
    }

    @Test
    void a_missing_weight_leaves_the_share_open() {
        List<Part> parts = List.of(new Part(true, true, 10), new Part(true, false, null));
        assertThat(truth(parts, "measures.m.busyHourTraffic.over(7, 20)")).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(parts, "measures.m.count.over(7, 20)")).isEqualTo(Truth.TRUE);
    }

    @Property(tries = 300)
    void an_interval_says_what_every_completion_of_the_facts_says(
            @ForAll("parts") List<Part> parts, @ForAll("limits") int limit) {
        Truth answer = truth(parts, "measures.m.busyHourTraffic.over(" + limit + ", 20)");
        boolean anyOver = false;
        boolean anyNot = false;
        for (int choice = 0; choice < 1 << 3 * parts.size(); choice++) {
            boolean over = over(parts, choice, limit);
            anyOver |= over;
            anyNot |= !over;
        }
        if (answer == Truth.TRUE) {
            assertThat(anyNot)
                    .as("true although some completion is not over: %s", parts)
                    .isFalse();
        } else if (answer == Truth.FALSE) {
            assertThat(anyOver)
                    .as("false although some completion is over: %s", parts)
                    .isFalse();
        } else {
            assertThat(anyOver && anyNot)
                    .as("unknown although all completions agree: %s", parts)
                    .isTrue();
        }
    }

    /** One completion: for each part three bits say belongs, matches, and a weight of nothing or a great deal. */
    private static boolean over(List<Part> parts, int choice, int limit) {
        long matching = 0;
        long whole = 0;
        for (int i = 0; i < parts.size(); i++) {
            int bits = choice >> 3 * i;
            Part part = parts.get(i);
            boolean belongs = part.belongs() != null ? part.belongs() : (bits & 1) != 0;
            boolean matches = part.matches() != null ? part.matches() : (bits & 2) != 0;
            long weight = part.weight() != null ? part.weight() : (bits & 4) != 0 ? 1_000_000 : 0;
            whole += belongs ? weight : 0;
            matching += belongs && matches ? weight : 0;
        }
        return matching * 20 > whole * limit;
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<Boolean> truths = Arbitraries.of(true, true, false).injectNull(0.25);
        Arbitrary<Integer> weights = Arbitraries.integers().between(1, 9).injectNull(0.15);
        return Combinators.combine(truths, truths, weights).as(Part::new).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(1, 19);
    }

    @Test
    void a_component_reads_the_value_of_its_own_group() {
        Bench bench = new Bench()
                .measure(
                        "first",
                        MeasureDef.Function.MIN,
                        "component.firstUse",
                        "true",
                        List.of(),
                        List.of("component.category"))
                .component("a1", Map.of("category", "A", "firstUse", LocalDate.parse("2020-01-01")))
                .component("a2", Map.of("category", "A", "firstUse", LocalDate.parse("2026-06-01")))
                .component("b1", Map.of("category", "B", "firstUse", LocalDate.parse("2026-06-01")))
                .component("open", Map.of("category", "A"));
        assertThat(bench.truth("measures.first < date('2026-01-01')", "a2")).isEqualTo(Truth.TRUE);
        assertThat(bench.truth("measures.first < date('2026-01-01')", "b1")).isEqualTo(Truth.FALSE);
        assertThat(bench.truth("measures.first < date('2019-01-01')", "a2")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_network_asks_every_group() {
        Bench bench = new Bench()
                .share("byClass", MATCH, OF, List.of("count"), List.of("component.load.class"))
                .component(
                        "a",
                        Map.of(
                                "domain",
                                "ran",
                                "category",
                                "A",
                                "load",
                                Bench.nested("Load", Map.of("class", "macro"))))
                .component(
                        "b",
                        Map.of(
                                "domain",
                                "ran",
                                "category",
                                "B",
                                "load",
                                Bench.nested("Load", Map.of("class", "small"))));
        Explanation explanation = bench.explain("network", "n", "measures.byClass.exists(g, g.count.over(7, 20))");
        assertThat(explanation.clauses().get(0).truth()).isEqualTo(Truth.TRUE);
        assertThat(bench.explain("network", "n", "measures.byClass.all(g, g.count.over(7, 20))")
                        .clauses()
                        .get(0)
                        .truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void one_whose_group_is_not_told_may_form_a_group_of_its_own() {
        Bench told = byClass("small");
        Bench open = byClass(null);
        String over = "measures.byClass.exists(g, g.count.over(7, 20))";
        String within = "measures.byClass.all(g, !g.count.over(7, 20))";
        assertThat(truth(told, over)).isEqualTo(Truth.TRUE);
        assertThat(truth(open, over)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(told, within)).isEqualTo(Truth.FALSE);
        assertThat(truth(open, within)).isEqualTo(Truth.UNKNOWN);
        // Whatever its group is, and whether it is there or not
        assertThat(truth(open, "measures.byClass.exists(g, g.count.over(1, 1))"))
                .isEqualTo(Truth.FALSE);
        assertThat(truth(open, "measures.byClass.all(g, !g.count.over(1, 1))")).isEqualTo(Truth.TRUE);
        assertThat(open.explain("network", "n", over).missing())
                .extracting(Explanation.Missing::path)
                .contains("component/b/load.class");
    }

    /** A station of another maker among the macro ones, one of maker A of a class that may be missing. */
    private static Bench byClass(@Nullable String ofB) {
        return classed(List.of(new Classed("B", "macro"), new Classed("A", ofB)));
    }

    /** A station: its maker and its class; null stands for a missing one. */
    record Classed(String maker, @Nullable String classOf) {}

    private static Bench classed(List<Classed> stations) {
        Bench bench = new Bench().share("byClass", MATCH, OF, List.of("count"), List.of("component.load.class"));
        int number = 0;
        for (Classed station : stations) {
            Map<String, Object> values = new HashMap<>(Map.of("domain", "ran", "category", station.maker()));
            if (station.classOf() != null) {
                values.put("load", Bench.nested("Load", Map.of("class", station.classOf())));
            }
            bench.component(String.valueOf((char) ('a' + number++)), values);
        }
        return bench;
    }

    private static Truth truth(Bench bench, String condition) {
        return bench.explain("network", "n", condition).clauses().get(0).truth();
    }

    @Property(tries = 150)
    void what_is_sure_of_groups_holds_however_missing_keys_are_told(
            @ForAll("stations") List<Classed> stations, @ForAll("limits") int limit) {
        String over = "measures.byClass.exists(g, g.count.over(" + limit + ", 20))";
        String within = "measures.byClass.all(g, g.count.over(" + limit + ", 20))";
        Truth exists = truth(classed(stations), over);
        Truth all = truth(classed(stations), within);
        for (List<Classed> told : completions(stations)) {
            Bench complete = classed(told);
            assertThat(exists == Truth.UNKNOWN ? exists : truth(complete, over)).isEqualTo(exists);
            assertThat(all == Truth.UNKNOWN ? all : truth(complete, within)).isEqualTo(all);
        }
    }

    /** With every missing class told: one of those that are there, or one of its own. */
    private static List<List<Classed>> completions(List<Classed> stations) {
        List<List<Classed>> all = List.of(List.of());
        for (Classed station : stations) {
            List<List<Classed>> longer = new ArrayList<>();
            for (List<Classed> before : all) {
                for (String of : station.classOf() == null ? List.of("x", "y", "z") : List.of(station.classOf())) {
                    List<Classed> more = new ArrayList<>(before);
                    more.add(new Classed(station.maker(), of));
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    @Provide
    Arbitrary<List<Classed>> stations() {
        return Combinators.combine(
                        Arbitraries.of("A", "B"), Arbitraries.of("x", "y").injectNull(0.35))
                .as(Classed::new)
                .list()
                .ofMaxSize(4);
    }

    @Test
    void a_count_is_an_interval_too() {
        Bench bench = new Bench()
                .measure("n", MeasureDef.Function.COUNT, MATCH, OF, List.of(), List.of())
                .component("a", Map.of("domain", "ran", "category", "A"))
                .component("b", Map.of("domain", "ran"));
        assertThat(bench.explain("network", "n", "measures.n.reaches(1)")
                        .clauses()
                        .get(0)
                        .truth())
                .isEqualTo(Truth.TRUE);
        assertThat(bench.explain("network", "n", "measures.n.reaches(2)")
                        .clauses()
                        .get(0)
                        .truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(bench.explain("network", "n", "measures.n.reaches(3)")
                        .clauses()
                        .get(0)
                        .truth())
                .isEqualTo(Truth.FALSE);
    }
}
