package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.MeasureDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharesByKeyTest {
    private static final List<String> BY = List.of("count", "busyHourTraffic", "sites");

    /** A component of a division; null stands for a missing fact. */
    record Part(Boolean belongs, String key, Integer weight) {}

    private static Bench bench(List<Part> parts) {
        Bench bench = new Bench()
                .measure(
                        "m",
                        MeasureDef.Function.SHARES,
                        "component.category",
                        "component.domain == 'ran'",
                        BY,
                        List.of());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Map<String, Object> values = new HashMap<>();
            if (part.belongs() != null) {
                values.put("domain", part.belongs() ? "ran" : "core");
            }
            if (part.key() != null) {
                values.put("category", part.key());
            }
            if (part.weight() != null) {
                values.put("load", Bench.nested("Load", Map.of("busyHourTraffic", (long) part.weight())));
                values.put("site", "s" + part.weight());
            }
            bench.component("c" + i, values);
        }
        return bench;
    }

    private static Truth truth(List<Part> parts, String condition) {
        return bench(parts).explain("network", "n", condition).clauses().get(0).truth();
    }

    private static List<Part> of(String keys) {
        List<Part> parts = new ArrayList<>();
        keys.chars().forEach(key -> parts.add(new Part(true, key == '?' ? null : "" + (char) key, 1)));
        return parts;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "AAB ; measures.m.count.largest.reaches(2, 3) ; TRUE",
                "AAB ; measures.m.count.largest.over(2, 3) ; FALSE",
                "AAB ; measures.m.count.hhi.reaches(5, 9) ; TRUE",
                "AAB ; measures.m.count.hhi.over(5, 9) ; FALSE",
                "AAB ; measures.m.distinct.reaches(2) && !measures.m.distinct.over(2) ; TRUE",
                "AAB ; measures.m.keys.exists(k, k == 'B') && measures.m.keys.size() == 2 ; TRUE",
                "AAB ; measures.m.keys.exists(k, k == 'C') ; FALSE",
                "AAB? ; measures.m.keys.exists(k, k == 'C') ; UNKNOWN",
                "AAB? ; 'A' in measures.m.keys ; TRUE",
                "AAB? ; measures.m.keys.exists(k, k.startsWith('C') || k in ['D'] || k.size() > 1) ; UNKNOWN",
                "AAB? ; measures.m.count.largest.over(3, 4) ; FALSE",
                "AAB? ; measures.m.count.largest.over(2, 4) ; UNKNOWN",
                "AAB? ; measures.m.count.largest.reaches(2, 4) ; TRUE",
                "AAB? ; measures.m.count.hhi.reaches(6, 16) ; TRUE",
                "AAB? ; measures.m.count.hhi.over(6, 16) ; UNKNOWN",
                "AAB? ; measures.m.count.hhi.over(10, 16) ; FALSE",
                "AAB? ; measures.m.distinct.reaches(2) && !measures.m.distinct.over(3) ; TRUE",
                "AAB? ; measures.m.distinct.over(2) ; UNKNOWN",
                "? ; measures.m.distinct.reaches(1) ; TRUE",
                "? ; measures.m.count.largest.reaches(1, 1) ; TRUE",
                "'' ; measures.m.empty && !measures.m.count.largest.over(0, 1) && !measures.m.distinct.over(0) ; TRUE",
                "AAAABBBC ; measures.m.count.largest.swapsTo(1, 4) == 3 ; TRUE",
                "AAAABBBC ; measures.m.count.largest.swapsTo(1, 2) == 0 ; TRUE",
                "AAB? ; measures.m.count.largest.swapsTo(1, 4) == 1 ; UNKNOWN",
                "AB ; measures.m.sites.largest.reaches(1, 1) ; TRUE",
            })
    void of_components_by_category(String keys, String condition, Truth truth) {
        assertThat(truth(of(keys), condition)).isEqualTo(truth);
    }

    @Property(tries = 300)
    void the_largest_share_says_nothing_that_a_completion_denies(
            @ForAll("parts") List<Part> parts, @ForAll("limits") int limit, @ForAll("fields") String field) {
        Truth answer = truth(parts, "measures.m.busyHourTraffic." + field + ".over(" + limit + ", 20)");
        boolean anyOver = false;
        boolean anyNot = false;
        for (List<Part> complete : completions(parts)) {
            boolean over = over(complete, limit, field.equals("hhi"));
            anyOver |= over;
            anyNot |= !over;
        }
        if (answer != Truth.UNKNOWN) {
            assertThat(answer == Truth.TRUE ? anyNot : anyOver)
                    .as("%s although a completion says otherwise: %s", answer, parts)
                    .isFalse();
        } else if (parts.stream().allMatch(part -> part.belongs() != null && part.weight() != null)) {
            assertThat(anyOver && anyNot)
                    .as("unknown although all completions agree: %s", parts)
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void the_largest_share_by_count_is_open_only_where_completions_differ(
            @ForAll("parts") List<Part> parts, @ForAll("limits") int limit) {
        List<Part> alike = parts.stream()
                .map(part -> new Part(part.belongs(), part.key(), 1))
                .toList();
        Truth answer = truth(alike, "measures.m.count.largest.over(" + limit + ", 20)");
        List<Boolean> all = completions(alike).stream()
                .map(complete -> over(complete, limit, false))
                .distinct()
                .toList();
        assertThat(answer == Truth.UNKNOWN)
                .as("%s: %s, completions over: %s", answer, alike, all)
                .isEqualTo(all.size() == 2);
    }

    private static boolean over(List<Part> parts, int limit, boolean squares) {
        Map<String, Long> byKey = new TreeMap<>();
        parts.forEach(part -> byKey.merge(part.key(), (long) part.weight(), Long::sum));
        long whole = byKey.values().stream().mapToLong(Long::longValue).sum();
        if (squares) {
            long sum = byKey.values().stream().mapToLong(w -> w * w).sum();
            return sum * 20 > whole * whole * limit;
        }
        return byKey.values().stream().anyMatch(weight -> weight * 20 > whole * limit);
    }

    /** Each part in or out, with each key there is or one of its own, with a weight of nothing, one, or a great deal. */
    private static List<List<Part>> completions(List<Part> parts) {
        List<List<Part>> all = List.of(List.of());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<List<Part>> longer = new ArrayList<>();
            List<String> keys = part.key() != null ? List.of(part.key()) : List.of("A", "B", "own" + i, "common");
            List<Integer> weights = part.weight() != null ? List.of(part.weight()) : List.of(0, 1, 1_000_000);
            for (List<Part> one : all) {
                if (!Boolean.TRUE.equals(part.belongs())) {
                    longer.add(one);
                }
                for (String key : Boolean.FALSE.equals(part.belongs()) ? List.<String>of() : keys) {
                    for (Integer weight : weights) {
                        List<Part> more = new ArrayList<>(one);
                        more.add(new Part(true, key, weight));
                        longer.add(more);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<Boolean> belongs = Arbitraries.of(true, true, true, false).injectNull(0.15);
        Arbitrary<String> keys = Arbitraries.of("A", "A", "B").injectNull(0.25);
        Arbitrary<Integer> weights = Arbitraries.integers().between(1, 9).injectNull(0.1);
        return Combinators.combine(belongs, keys, weights).as(Part::new).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(1, 19);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of("largest", "hhi");
    }

    @Test
    void a_key_may_be_a_record_and_one_that_is_not_named_is_missing() {
        Bench bench = new Bench()
                .measure("m", MeasureDef.Function.SHARES, "component.supplier", "true", List.of(), List.of())
                .with(org.assay.engine.facts.Kind.SUPPLIER, "acme", Map.of("name", "Acme"))
                .component("a", Map.of("supplier", "acme"))
                .component("b", Map.of());
        Explanation.ClauseTrace asked = bench.explain("network", "n", "measures.m.distinct.over(1)")
                .clauses()
                .get(0);
        assertThat(asked.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(asked.missing()).containsExactly("component/b/supplier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measures.m.distinct.over(1)",
                "measures.m.count.largest.over(1, 2)",
                "measures.m.count.largest.swapsTo(1, 2) == 1",
                "measures.m.count.hhi.over(1, 2)",
                "measures.m.keys.exists(k, k == 'A')",
                "'A' in measures.m.keys",
                "measures.m.empty",
            })
    void the_shares_of_a_group_are_unknown_to_a_component_that_may_be_in_any(String condition) {
        Bench bench = new Bench()
                .measure(
                        "m",
                        MeasureDef.Function.SHARES,
                        "component.category",
                        "true",
                        List.of("count"),
                        List.of("component.functions"))
                .component("a", Map.of("category", "A", "functions", List.of("AMF")))
                .component("b", Map.of("category", "B"));
        Explanation.ClauseTrace asked =
                bench.explain("component", "b", condition).clauses().get(0);
        assertThat(asked.truth()).as(asked.toString()).isEqualTo(Truth.UNKNOWN);
        assertThat(asked.missing()).containsExactly("component/b/functions");
    }

    @Test
    void measures_are_shown_with_what_the_largest_needs() {
        Bench bench = bench(of("AAB"));
        RuleSet rules = bench.rules(
                "network", org.assay.api.Binding.LAW, null, List.of(Bench.clause("", org.assay.api.Outcome.PASS)));
        MeasureView.Group group = bench.open(rules).measures().get(0).groups().get(0);
        assertThat(group.values())
                .containsEntry("distinct", "2")
                .containsEntry("keys", "A, B")
                .containsEntry("count.largest", "2/3")
                .containsEntry("count.hhi", "5/9");
        assertThat(group.swaps()).containsEntry("count.largest", 1).doesNotContainKey("count.hhi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measures.m.sites.hhi.over(1, 2) | undefined field 'hhi'",
                "measures.m.count.over(1, 2) | no matching overload for 'over'",
                "measures.m.count.hhi.swapsTo(1, 2) == 1 | no matching overload for 'swapsTo'",
            })
    void what_shares_by_key_do_not_have_is_refused(String condition, String message) {
        assertThatThrownBy(() -> truth(of("A"), condition))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(message);
    }
}
