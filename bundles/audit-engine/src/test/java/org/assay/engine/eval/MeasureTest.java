package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

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
