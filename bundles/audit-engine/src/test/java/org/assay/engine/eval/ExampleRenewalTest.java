package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assay.engine.conformance.Examples;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verdicts that are renewed where the evidence or components of an example changed, under packs with procedures, are those of a
 * whole evaluation, byte for byte; with more seeds by hand: {@code -Dassay.renewals.seeds=1000}.
 */
class ExampleRenewalTest {
    private static final int SEEDS = Integer.getInteger("assay.renewals.seeds", 20);
    private static final LocalDate RECORDED = LocalDate.parse("2026-11-21");
    private static final CompiledEvaluator EVALUATOR = new CompiledEvaluator();

    @ParameterizedTest
    @CsvSource({
        "de-bsi, de-rheinfunk, EVIDENCE",
        "de-bsi, de-rheinfunk, COMPONENT",
        "fr-anssi, fr-hexamobile, EVIDENCE",
        "fr-anssi, fr-hexamobile, COMPONENT"
    })
    void theyAreThoseOfAWholeEvaluation(String regime, String example, Kind kind) throws IOException {
        RuleSet rules = Examples.rules(regime);
        NetworkFacts facts = Examples.facts(rules, example);
        PreparedFacts before = PreparedFacts.of(facts);
        Renewals renewals = new Renewals();
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            AuditTerms terms = new AuditTerms(RECORDED.plusDays(random.nextInt(900) - 450), RECORDED, Map.of());
            NetworkFacts others = new RandomChanges(random).of(facts, facts, List.of(kind));
            BitmapMatrix old = EVALUATOR.open(rules, before, terms).judge(done -> {});
            Evaluator.Judged judged = new Evaluator.Judged(rules, before, terms, old);
            renewals.check(example + ", seed " + seed, rules, PreparedFacts.of(others), terms, judged);
        }
        assertThat(renewals.renewed())
                .as("of " + SEEDS + " changes these were renewed")
                .isGreaterThan(SEEDS / 2);
        assertThat(renewals.kept())
                .as("requirements that were not judged as a whole")
                .isGreaterThan(renewals.renewed() * rules.pack().requirements().size() / 3);
        assertThat(renewals.changed()).as("of these changes changed a verdict").isPositive();
    }
}
