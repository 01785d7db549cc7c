package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

/** What is kept with a snapshot changes no verdict, whichever audits come after which. */
class PreparedFactsTest {
    private static final LocalDate RECORDED = LocalDate.parse("2026-05-01");

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void auditsAfterOtherAuditsOfASnapshotGiveTheInterpretersVerdicts(@ForAll long seed) {
        Random random = new Random(seed);
        List<RulePack> packs = List.of(RandomPacks.of(random), RandomPacks.of(random));
        for (int i = 0; i < 4; i++) {
            NetworkFacts facts = RandomSnapshots.of(random);
            PreparedFacts prepared = PreparedFacts.of(facts);
            for (int audit = 0; audit < 6; audit++) {
                // Compiled again each time: what is kept must hold for another edition with the same expressions
                RuleSet rules = RuleSet.compile(packs.get(random.nextInt(packs.size())));
                AuditTerms terms = terms(random);
                VerdictMatrix wanted =
                        new Interpreter().open(rules, facts, terms).evaluate(done -> {});
                VerdictMatrix given = new CompiledEvaluator(random.nextBoolean() ? 0 : Integer.MAX_VALUE)
                        .open(rules, prepared, terms)
                        .evaluate(done -> {});
                assertThat(cells(given)).as("seed " + seed + ", audit " + audit).isEqualTo(cells(wanted));
            }
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void theKernelGivesTheInterpretersVerdicts(@ForAll long seed) {
        Random random = new Random(seed);
        RuleSet rules = RuleSet.compile(RandomPacks.of(random));
        boolean onComponents = rules.pack().requirements().stream()
                .anyMatch(requirement -> requirement.subject().equals("component"));
        for (int i = 0; onComponents && i < 4; i++) {
            NetworkFacts facts = RandomSnapshots.of(random);
            AuditTerms terms = terms(random);
            VerdictMatrix wanted = new Interpreter().open(rules, facts, terms).evaluate(done -> {});
            VerdictKernel kernel = VerdictKernel.of(rules, PreparedFacts.of(facts), terms);
            long[][] masks = new long[kernel.words()][kernel.components()];
            // What stood there before must not matter
            Arrays.stream(masks).forEach(word -> Arrays.fill(word, -1));
            kernel.run(masks);
            for (String requirement : kernel.requirements()) {
                VerdictMatrix.Row row = wanted.rows().get(requirement);
                for (int component = 0; component < kernel.components(); component++) {
                    assertThat(kernel.cell(masks, requirement, component))
                            .as("seed " + seed + ", " + requirement + " " + component)
                            .isEqualTo(row.cell(component));
                }
            }
        }
    }

    private static Map<String, List<Integer>> cells(VerdictMatrix matrix) {
        Map<String, List<Integer>> cells = new TreeMap<>();
        matrix.rows()
                .forEach((id, row) -> cells.put(
                        id,
                        java.util.stream.IntStream.range(0, row.cells().length)
                                .mapToObj(row::cell)
                                .toList()));
        return cells;
    }

    private static AuditTerms terms(Random random) {
        Map<String, Object> options = new HashMap<>();
        if (random.nextBoolean()) {
            options.put("strict", random.nextBoolean());
        }
        LocalDate recorded = RECORDED.plusDays(random.nextInt(3));
        return new AuditTerms(recorded.plusDays(random.nextInt(900) - 450), recorded, options);
    }

    @Test
    void twoThreadsGiveWhatOneGivesEveryTime() {
        Bench bench = new Bench().with(Kind.SUPPLIER, "s0", Map.of()).with(Kind.SUPPLIER, "s1", Map.of());
        for (int i = 0; i < 40_000; i++) {
            bench.component("c" + i, Map.of("category", "k" + i % 11, "supplier", "s" + i % 3, "name", "n" + i % 977));
        }
        List<Requirement.Clause> clauses = List.of(
                Bench.clause("component.category == 'k1' || component.name == 'n5'", Outcome.PASS),
                Bench.clause("component.supplier == component.hardware.maker", Outcome.WARN),
                Bench.clause("component.name == 'n7'", Outcome.REVIEW),
                Bench.clause("", Outcome.FAIL));
        RuleSet rules = bench.rules("component", Binding.LAW, null, clauses);
        NetworkFacts facts = bench.facts();
        AuditTerms terms = new AuditTerms(Bench.AS_OF, Bench.AS_OF, Map.of());
        String one = VerdictCodec.digest(new CompiledEvaluator(Integer.MAX_VALUE)
                .open(rules, facts, terms)
                .evaluate(done -> {}));
        for (int run = 0; run < 4; run++) {
            VerdictMatrix matrix =
                    new CompiledEvaluator(0).open(rules, facts, terms).evaluate(done -> {});
            assertThat(VerdictCodec.digest(matrix)).isEqualTo(one);
        }
    }

    @Test
    void aTwoValuedRuleHasOneBitSetByItsFirstClause() {
        Bench bench = new Bench();
        for (int i = 0; i < 100; i++) {
            bench.component("c" + (100 + i), Map.of("category", "k" + i % 4));
        }
        List<Requirement.Clause> clauses =
                List.of(Bench.clause("component.category == 'k3'", Outcome.PASS), Bench.clause("", Outcome.FAIL));
        RuleSet rules = bench.rules("component", Binding.LAW, null, clauses);
        AuditTerms terms = new AuditTerms(Bench.AS_OF, Bench.AS_OF, Map.of());
        VerdictKernel kernel = VerdictKernel.of(rules, PreparedFacts.of(bench.facts()), terms);
        assertThat(kernel.bits()).containsExactly(new VerdictKernel.Bit("XX-1", 0, 0, 0));
        assertThat(kernel.single()).isZero();
        long[][] masks = new long[1][100];
        kernel.run(masks);
        for (int i = 0; i < 100; i++) {
            assertThat(masks[0][i]).isEqualTo(i % 4 == 3 ? 1 : 0);
        }
    }
}
