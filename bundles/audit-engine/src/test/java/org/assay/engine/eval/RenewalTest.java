package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;
import org.junit.jupiter.api.Test;

/** Verdicts that are renewed where evidence changed are those of a whole evaluation, byte for byte. */
class RenewalTest {
    private static final int CHANGES = 6;
    private static final LocalDate RECORDED = LocalDate.parse("2026-05-01");
    private static final CompiledEvaluator EVALUATOR = new CompiledEvaluator();

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theyAreThoseOfAWholeEvaluation(@ForAll long seed) {
        renewed(seed);
    }

    @Test
    void mostChangesAreRenewedAndSomeVerdictsDoChange() {
        int renewed = 0;
        for (long seed = 0; seed < 80; seed++) {
            renewed += renewed(seed);
        }
        assertThat(renewed)
                .as("of " + 80 * CHANGES + " changes these were renewed")
                .isGreaterThan(80);
        assertThat(changed).as("of these changed a verdict").isGreaterThan(5);
    }

    private int changed;

    /** How many changes were not judged as a whole. */
    private int renewed(long seed) {
        Random random = new Random(seed);
        RuleSet rules = RuleSet.compile(RandomPacks.of(random));
        int renewed = 0;
        for (int i = 0; i < CHANGES; i++) {
            PreparedFacts before = PreparedFacts.of(RandomSnapshots.of(random));
            PreparedFacts after = PreparedFacts.of(change(before.facts(), random));
            LocalDate recorded = random.nextInt(3) == 0 ? RECORDED.plusDays(40) : RECORDED;
            LocalDate day = RECORDED.plusDays(random.nextInt(900) - 450);
            AuditTerms then = new AuditTerms(day, RECORDED, Map.of());
            AuditTerms now = new AuditTerms(day, recorded, Map.of());
            BitmapMatrix old = EVALUATOR.open(rules, before, then).judge(done -> {});
            Optional<BitmapMatrix> found =
                    EVALUATOR.renew(rules, after, now, new Evaluator.Judged(before.facts(), RECORDED, old));
            BitmapMatrix whole =
                    EVALUATOR.open(rules, PreparedFacts.of(after.facts()), now).judge(done -> {});
            if (found.isPresent()) {
                renewed++;
                changed += old.digest().equals(whole.digest()) ? 0 : 1;
                String what = "pack " + seed + ", change " + i;
                assertThat(found.get().digest()).as(what).isEqualTo(whole.digest());
                assertThat(found.get().counts()).as(what).isEqualTo(whole.counts());
                whole.rows().forEach((id, row) -> {
                    assertThat(found.get().rows().get(id).head()).as(what).isEqualTo(row.head());
                    assertThat(found.get().subjectsOf(row).digest())
                            .as(what)
                            .isEqualTo(whole.subjectsOf(row).digest());
                });
            }
        }
        return renewed;
    }

    /** The same facts, but for a record of evidence or two: one more, one less, or another one in its place. */
    private static NetworkFacts change(NetworkFacts facts, Random random) {
        SortedMap<String, FactRecord> evidence = new TreeMap<>(facts.all(Kind.EVIDENCE));
        SortedMap<String, FactRecord> others = RandomSnapshots.of(random).all(Kind.EVIDENCE);
        for (int i = random.nextInt(2); i >= 0; i--) {
            if (!evidence.isEmpty() && random.nextBoolean()) {
                evidence.remove(List.copyOf(evidence.keySet()).get(random.nextInt(evidence.size())));
            } else if (!others.isEmpty()) {
                String id = List.copyOf(others.keySet()).get(random.nextInt(others.size()));
                evidence.put(id, others.get(id));
            }
        }
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(facts.records());
        records.put(Kind.EVIDENCE, evidence);
        return new NetworkFacts(records, facts.notDelivered());
    }
}
