package org.assay.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.engine.conformance.TrialTime;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;

/** Whether a pack is at fault, or only had no time. */
class TrialOverTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2020-01-01}
            timeZone: Europe/Paris
            title: A test
            authority: Nobody
            requirements:
              - id: XX-1
                title: Nothing
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide: [{then: PASS}]
                cases: [{asOf: 2026-03-01, given: {components: [{id: c}]}, expect: PASS}]
            """;

    private final AtomicLong clock = new AtomicLong();
    private final EnginePacks packs = new EnginePacks(
            () -> {
                throw new IllegalStateException("no key is asked for");
            },
            new Interpreter(),
            Clock.systemUTC());

    private TrialTime time(Duration passed) {
        TrialTime time = new TrialTime(clock::get, clock::get);
        clock.addAndGet(passed.toNanos());
        return time;
    }

    private static byte[] pack(String expected) {
        return PACK.replace("expect: PASS", "expect: " + expected).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPackWhoseCasesHadNoTimeMayBeTriedAgain() {
        assertThatThrownBy(() -> packs.check(pack("PASS"), time(Duration.ofSeconds(61))))
                .isInstanceOf(TrialOverException.class)
                .hasMessageContaining("time was up");
        assertThat(packs.check(pack("PASS"), time(Duration.ZERO)).report().cases())
                .isEqualTo(1);
    }

    @Test
    void aPackWhoseCasesAreWrongIsRefusedForGood() {
        assertThatThrownBy(() -> packs.check(pack("FAIL"), time(Duration.ZERO)))
                .isInstanceOf(FaultException.class)
                .isNotInstanceOf(TrialOverException.class);
    }
}
