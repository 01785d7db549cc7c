package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Verdicts that are renewed where facts or rules changed are those of a whole evaluation, byte for byte. */
class RenewalTest {
    private static final int CHANGES = 4;
    private static final int SEEDS = 60;
    private static final LocalDate RECORDED = LocalDate.parse("2026-05-01");
    private static final CompiledEvaluator EVALUATOR = new CompiledEvaluator();

    /** What changes. */
    enum What {
        EVIDENCE(false, Kind.EVIDENCE),
        COMPONENTS(false, Kind.COMPONENT),
        SITES(false, Kind.SITE),
        OTHERS(false, Kind.SUPPLIER, Kind.CONTRACT, Kind.ORDER, Kind.COUNTRY, Kind.OPERATOR, Kind.NETWORK),
        RULES(true),
        ANYTHING(true, Kind.values());

        private final boolean rules;
        private final List<Kind> kinds;

        What(boolean rules, Kind... kinds) {
            this.rules = rules;
            this.kinds = Arrays.asList(kinds);
        }
    }

    private final Renewals renewals = new Renewals();

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theyAreThoseOfAWholeEvaluation(@ForAll long seed, @ForAll What what) {
        renew(seed, what);
    }

    /** The same facts, recorded later: what is in service on an earlier day is not said by their statuses any more. */
    @Test
    void theSameFactsRecordedLaterAreJudgedAgainWhereThatCounts() {
        renew(13080, What.RULES);
        assertThat(renewals.renewed()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void mostSmallChangesAreRenewedAndSomeVerdictsDoChange(What what) {
        for (long seed = 0; seed < SEEDS; seed++) {
            renew(seed, what);
        }
        assertThat(renewals.renewed())
                .as("of " + SEEDS * CHANGES + " changes these were renewed")
                .isGreaterThan(SEEDS * CHANGES / 2);
        assertThat(renewals.kept())
                .as("requirements that were not judged as a whole")
                .isGreaterThan(renewals.renewed());
        assertThat(renewals.changed()).as("of these changes changed a verdict").isGreaterThan(5);
    }

    private void renew(long seed, What what) {
        Random random = new Random(seed);
        RulePack pack = RandomPacks.of(random);
        RuleSet rules = RuleSet.compile(pack);
        for (int i = 0; i < CHANGES; i++) {
            NetworkFacts facts = RandomSnapshots.of(random);
            NetworkFacts others = what.kinds.isEmpty() ? facts : new RandomChanges(random).of(facts, what.kinds);
            boolean columns = random.nextBoolean();
            PreparedFacts before = PreparedFacts.of(columns ? RandomChanges.columnar(facts) : facts);
            PreparedFacts after = PreparedFacts.of(columns ? RandomChanges.columnar(others) : others);
            LocalDate recorded = random.nextInt(3) == 0 ? RECORDED.plusDays(40) : RECORDED;
            LocalDate day = RECORDED.plusDays(random.nextInt(900) - 450);
            RuleSet edition = what.rules ? RuleSet.compile(new RandomEditions(random).of(pack)) : rules;
            AuditTerms then = new AuditTerms(day, RECORDED, Map.of());
            AuditTerms now = new AuditTerms(day, recorded, Map.of());
            BitmapMatrix old = EVALUATOR.open(rules, before, then).judge(done -> {});
            Evaluator.Judged judged = new Evaluator.Judged(rules, before, then, old);
            renewals.check("pack " + seed + ", change " + i, edition, after, now, judged);
        }
    }
}
