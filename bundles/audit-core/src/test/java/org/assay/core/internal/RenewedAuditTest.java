package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assay.core.AuditView;
import org.assay.core.Networks.Format;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.matrix.BitmapMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit after a small change takes over what cannot have changed, and is what a new service makes of the same facts. */
class RenewedAuditTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path data;

    @TempDir
    private Path otherData;

    /** Counts what was renewed. */
    private static final class Counting implements Evaluator {
        private final CompiledEvaluator evaluator = new CompiledEvaluator();
        private final AtomicInteger renewed = new AtomicInteger();

        @Override
        public Evaluation open(RuleSet rules, PreparedFacts facts, AuditTerms terms) {
            return evaluator.open(rules, facts, terms);
        }

        @Override
        public Optional<BitmapMatrix> renew(RuleSet rules, PreparedFacts facts, AuditTerms terms, Judged before) {
            Optional<BitmapMatrix> found = evaluator.renew(rules, facts, terms, before);
            found.ifPresent(any -> renewed.incrementAndGet());
            return found;
        }
    }

    /** What passes needs a report. */
    private static byte[] pack() {
        return TestPacks.signed(TestPacks.yaml(REGIME, "1.0.0", "2026-01-01", "never", "good")
                .replace(
                        "{when: \"component.product.name == 'good'\", then: PASS",
                        "{when: \"component.product.name == 'good' && (asOf < date('2026-06-01')"
                                + " || evidenceFor(component, 'report').exists(e, e.result == 'pass'))\", then: PASS"));
    }

    /** Does the same on two benches, one of which renews. */
    private void agree(Consumer<Bench> change) {
        Counting counting = new Counting();
        try (Bench bench = Bench.judging(data, counting);
                Bench whole = Bench.in(otherData)) {
            for (Bench one : new Bench[] {bench, whole}) {
                one.arrive(REGIME, 1, pack());
                one.network("alpha", "good");
            }
            AuditView before = bench.audit("alpha", REGIME);
            change.accept(bench);
            change.accept(whole);
            AuditView after = bench.audit("alpha", REGIME);
            AuditView judged = whole.audit("alpha", REGIME);

            assertThat(counting.renewed).hasValue(1);
            assertThat(after.regimes().get(0).verdictDigest())
                    .isEqualTo(judged.regimes().get(0).verdictDigest())
                    .isNotEqualTo(before.regimes().get(0).verdictDigest());
            assertThat(after.regimes().get(0).packVersion())
                    .isEqualTo(judged.regimes().get(0).packVersion());
            assertThat(after.counts()).isEqualTo(judged.counts());
        }
    }

    @Test
    void afterEvidenceWasAddedItIsWhatAWholeAuditSays() {
        String report =
                "{\"id\": \"e\", \"kind\": \"report\", \"result\": \"pass\", \"scope\": {\"components\": [\"c-1\"]}}";
        agree(bench ->
                bench.core.networks().addEvidence("alpha", Bench.stream("{\"evidence\": [" + report + "]}"), "tester"));
    }

    @Test
    void afterAComponentChangedItIsWhatAWholeAuditSays() {
        agree(bench -> bench.core
                .networks()
                .addSnapshot(
                        "alpha",
                        Format.JSON,
                        Bench.stream(Bench.document("alpha", "good")
                                .replace("\"c-2\", \"kind\": \"equipment\"", "\"c-3\", \"kind\": \"software\"")
                                .replace("\"domain\": \"passive\"", "\"domain\": \"ran\"")),
                        "tester"));
    }

    @Test
    void underAnEditionWithAnotherClauseItIsWhatAWholeAuditSays() {
        agree(bench -> {
            bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "1.1.0", "good"), "tester");
            bench.core.packs().activate(REGIME, "1.1.0", "tester");
        });
    }
}
