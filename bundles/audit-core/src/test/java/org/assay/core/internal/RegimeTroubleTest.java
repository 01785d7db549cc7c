package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assay.core.ConflictException;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a regime whose packs could not be taken for a reason that passes. */
class RegimeTroubleTest {
    @TempDir
    private Path data;

    private final AtomicBoolean broken = new AtomicBoolean(true);
    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.judging(data, new Breaking());
        bench.core.installers().set(bench.container);
        bench.container.brings("xx-one", TestPacks.pack("xx-one", "1.0.0", "a"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private final class Breaking implements Evaluator {
        @Override
        public Evaluation open(RuleSet rules, PreparedFacts facts, AuditTerms terms) {
            if (broken.get()) {
                throw new IllegalStateException("cannot read /var/lib/assay/rules.bin");
            }
            return new Interpreter().open(rules, facts, terms);
        }
    }

    private void refuse() {
        assertThatThrownBy(() -> bench.core.regimes().install("xx-one", "ann"))
                .isInstanceOfSatisfying(ConflictException.class, refused -> {
                    assertThat(refused.type()).isEqualTo("regime-install-failed");
                    assertThat(refused.hint()).contains("ask again", "GET /regimes/xx-one");
                })
                .hasMessageContaining("cannot read rules.bin")
                .message()
                .doesNotContain("/var");
    }

    @Test
    void theCauseIsInTheAnswerAtOnceAndWhoAsksAgainHasItTriedAgain() {
        refuse();
        refuse();
        broken.set(false);
        assertThat(bench.core.regimes().install("xx-one", "ann").active()).hasSize(1);
    }

    @Test
    void itIsTriedAgainByItself() {
        refuse();
        broken.set(false);
        bench.clock.forward(Duration.ofSeconds(59));
        bench.core.registry().sweep();
        assertThat(bench.core.settled("xx-one", Bench.PATIENCE)).isFalse();
        bench.clock.forward(Duration.ofSeconds(1));
        bench.core.registry().sweep();
        Eventually.becomes(
                "the regime is there, and nothing of it is refused",
                Bench.PATIENCE,
                () -> bench.core.regimes().find("xx-one"),
                found -> found.filter(view -> view.refused().isEmpty()).isPresent());
    }
}
