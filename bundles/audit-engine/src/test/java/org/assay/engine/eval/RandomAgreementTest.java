package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

/**
 * The two evaluators on packs and snapshots that nobody wrote. More of them by hand: {@code -Dassay.agreement.packs=50000},
 * with {@code -Dassay.agreement.seed=1} for others.
 */
class RandomAgreementTest {
    private static final int SNAPSHOTS = 25;
    private static final int PACKS = Integer.getInteger("assay.agreement.packs", 0);
    private static final long SEED = Long.getLong("assay.agreement.seed", 0);

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void bothEvaluatorsGiveTheSameVerdictsOnAnyPackAndSnapshot(@ForAll long seed) {
        agree(seed);
    }

    @Property(tries = 1)
    void theyDoOnAsManyMoreAsAreAskedFor() {
        for (int i = 0; i < PACKS; i++) {
            agree(SEED * 1_000_003 + i);
        }
    }

    @Test
    void whatIsGeneratedReachesEveryKindOfVerdict() {
        Map<String, Integer> cells = new TreeMap<>();
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            RuleSet rules = RuleSet.compile(RandomPacks.of(random));
            for (int i = 0; i < 10; i++) {
                NetworkFacts facts = RandomSnapshots.of(random);
                VerdictMatrix matrix = new CompiledEvaluator()
                        .open(rules, facts, terms(random))
                        .evaluate(done -> {});
                matrix.rows().values().forEach(row -> count(row, cells));
            }
        }
        int all = cells.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(cells).containsOnlyKeys("by clause", "determined", "error", "not addressed", "otherwise", "unknown");
        assertThat(cells.get("by clause")).isGreaterThan(all / 40);
        assertThat(cells.get("otherwise")).isGreaterThan(all / 40);
        assertThat(cells.get("unknown")).isGreaterThan(all / 60);
        assertThat(cells.get("error")).isGreaterThan(all / 300);
    }

    private static void count(VerdictMatrix.Row row, Map<String, Integer> cells) {
        for (int i = 0; i < row.cells().length; i++) {
            int cell = row.cell(i);
            String kind = cell == VerdictMatrix.ERROR
                    ? "error"
                    : cell == VerdictMatrix.UNKNOWN
                            ? "unknown"
                            : cell == VerdictMatrix.NOT_ADDRESSED
                                    ? "not addressed"
                                    : cell >= VerdictMatrix.DETERMINED
                                            ? "determined"
                                            : cell == row.head().clauses().size() - 1 ? "otherwise" : "by clause";
            cells.merge(kind, 1, Integer::sum);
        }
    }

    private static void agree(long seed) {
        Random random = new Random(seed);
        RulePack pack = RandomPacks.of(random);
        RuleSet rules = RuleSet.compile(pack);
        for (int i = 0; i < SNAPSHOTS; i++) {
            NetworkFacts facts = RandomSnapshots.of(random);
            assertThat(Agreement.differences(rules, facts, terms(random)))
                    .as(() -> "pack " + seed + ": " + written(pack))
                    .isEmpty();
        }
    }

    private static AuditTerms terms(Random random) {
        Map<String, Object> options = new HashMap<>();
        if (random.nextBoolean()) {
            options.put("strict", false);
            options.put("mode", "two");
        }
        LocalDate recorded = LocalDate.parse("2026-05-01");
        return new AuditTerms(recorded.plusDays(random.nextInt(900) - 450), recorded, options);
    }

    private static String written(RulePack pack) {
        StringBuilder text = new StringBuilder();
        pack.defines().forEach(define -> text.append(define).append('\n'));
        pack.requirements().forEach(requirement -> requirement.decide().forEach(clause -> text.append(
                        requirement.id() + " " + requirement.subject() + ": " + clause.when())
                .append('\n')));
        return text.toString();
    }
}
