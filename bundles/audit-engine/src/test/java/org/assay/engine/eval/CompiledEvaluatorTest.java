package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.facts.Kind;
import org.assay.engine.pack.MeasureDef;
import org.assay.engine.pack.Requirement;
import org.junit.jupiter.api.Test;

class CompiledEvaluatorTest {
    private static final AuditTerms TERMS = new AuditTerms(Bench.AS_OF, Bench.AS_OF, Map.of());
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static List<String> differences(Bench bench, List<Requirement.Clause> clauses) {
        return differences(bench, "component", clauses);
    }

    private static List<String> differences(Bench bench, String subject, List<Requirement.Clause> clauses) {
        List<Requirement.Clause> all = new ArrayList<>(clauses);
        all.add(Bench.clause("", Outcome.FAIL));
        RuleSet rules = bench.rules(subject, Binding.LAW, null, all);
        return assertTimeout(BOUND, () -> Agreement.differences(rules, bench.facts(), TERMS));
    }

    private static Bench network(int components) {
        Bench bench = new Bench();
        for (int i = 0; i < components; i++) {
            Map<String, Object> facts = i % 3 == 0 ? Map.of() : Map.of("category", "c" + i % 7);
            bench.component("c" + i, facts);
        }
        return bench;
    }

    @Test
    void networksOfSeveralBlocksAreJudgedToTheLastComponent() {
        Bench bench = network(66_001);
        List<Requirement.Clause> clauses = List.of(
                Bench.clause("component.category == 'c1'", Outcome.PASS),
                Bench.clause("component.category == 'c2' && component.serves5g", Outcome.WARN));
        assertThat(differences(bench, clauses)).isEmpty();
    }

    @Test
    void aRuleOfAsManyClausesAsAreTakenIsReadInBoundedTime() {
        List<Requirement.Clause> clauses = IntStream.range(0, 199)
                .mapToObj(i -> Bench.clause("component.category == 'x" + i + "'", Outcome.PASS))
                .toList();
        assertThat(differences(network(60), clauses)).isEmpty();
    }

    @Test
    void aConditionWhoseTermsWouldExplodeIsNotWrittenOut() {
        String product = IntStream.range(0, 40)
                .mapToObj(i -> "(component.category == 'c" + i % 9 + "' || component.name == 'n" + i + "')")
                .collect(Collectors.joining(" && "));
        assertThat(differences(network(300), List.of(Bench.clause(product, Outcome.PASS))))
                .isEmpty();
    }

    @Test
    void hugeListsAreReadOncePerDistinctList() {
        List<String> functions =
                IntStream.range(0, 5_000).mapToObj(i -> "f" + i).toList();
        Bench bench = new Bench();
        for (int i = 0; i < 50; i++) {
            bench.component("c" + i, Map.of("functions", i % 2 == 0 ? functions : functions.subList(0, 100)));
        }
        List<Requirement.Clause> clauses = List.of(
                Bench.clause("'f4999' in component.functions", Outcome.PASS),
                Bench.clause("component.functions.all(f, f != 'x')", Outcome.WARN));
        assertThat(differences(bench, clauses)).isEmpty();
    }

    @Test
    void aSubjectComparedWithManyRecordsIsToldByWhichOneItIs() {
        Bench bench = new Bench().with(Kind.SITE, "s", Map.of());
        for (int i = 0; i < 80; i++) {
            bench.component("c" + i, Map.of("site", "s", "runsOn", List.of("c" + (i + 1) % 80, "c" + i / 2)));
        }
        List<Requirement.Clause> clauses = List.of(
                Bench.clause("component in component.runsOn", Outcome.PASS),
                Bench.clause("componentsOf(component.site).all(c, c == component || known(c.site))", Outcome.WARN));
        assertThat(differences(bench, clauses)).isEmpty();
    }

    @Test
    void aRecordAsAKeyOfAMeasureIsThatOfEachComponent() {
        Bench bench = new Bench();
        for (int i = 0; i < 12; i++) {
            var product = Bench.nested("Product", i % 4 == 0 ? Map.of() : Map.of("name", "p" + i % 3));
            bench.component("c" + i, Map.of("product", product, "category", "k" + i % 2));
        }
        bench.measure(
                "m",
                MeasureDef.Function.COUNT,
                "component.category == 'k0'",
                "true",
                List.of(),
                List.of("component.product"));
        List<Requirement.Clause> clauses = List.of(
                Bench.clause("measures.m.over(1)", Outcome.PASS), Bench.clause("measures.m.over(0)", Outcome.WARN));
        assertThat(differences(bench, clauses)).isEmpty();
    }

    @Test
    void whatItExplainsIsWhatItDecides() {
        Bench bench = network(4);
        List<Requirement.Clause> clauses =
                List.of(Bench.clause("component.category == 'c1'", Outcome.PASS), Bench.clause("", Outcome.FAIL));
        RuleSet rules = bench.rules("component", Binding.LAW, null, clauses);
        Evaluation evaluation = new CompiledEvaluator().open(rules, bench.facts(), TERMS);
        VerdictMatrix.Row row = evaluation.evaluate(done -> {}).rows().get("XX-1");
        for (int i = 0; i < 4; i++) {
            Explanation why = evaluation.explain("XX-1", new Subject("component", "c" + i), "en");
            assertThat(why.outcome()).isEqualTo(row.outcome(i));
        }
        assertThat(row.counts()).containsOnlyKeys(Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN);
    }
}
