package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
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

/** Measures by group: each group has a value of its own. */
class GroupedMeasureTest {
    private static final String MATCH = "component.category == 'A'";
    private static final String OF = "component.domain == 'ran'";

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

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(1, 19);
    }
}
