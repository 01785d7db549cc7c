package org.assay.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrialTimeTest {
    private final AtomicLong clock = new AtomicLong(5);
    private final AtomicLong processor = new AtomicLong(7);
    private final TrialTime time = new TrialTime(clock::get, processor::get);

    private boolean isOver(Duration passed, Duration worked) {
        clock.set(5 + passed.toNanos());
        processor.set(7 + worked.toNanos());
        return time.getAsBoolean();
    }

    @Test
    void aMinuteOfWorkIsTheMost() {
        assertThat(isOver(Duration.ofSeconds(60), Duration.ofSeconds(60))).isFalse();
        assertThat(isOver(Duration.ofSeconds(61), Duration.ofSeconds(61))).isTrue();
    }

    @Test
    void waitingForABusyMachineDoesNotCount() {
        assertThat(isOver(Duration.ofMinutes(10), Duration.ofSeconds(60))).isFalse();
    }

    @Test
    void nobodyWaitsForEver() {
        assertThat(isOver(Duration.ofMinutes(15), Duration.ZERO)).isFalse();
        assertThat(isOver(Duration.ofMinutes(15).plusNanos(1), Duration.ZERO)).isTrue();
    }

    @Test
    void whetherSomebodyWasToldIsKnownAfterwards() {
        assertThat(isOver(Duration.ofSeconds(60), Duration.ofSeconds(60))).isFalse();
        assertThat(time.wasUp()).isFalse();
        assertThat(isOver(Duration.ofSeconds(61), Duration.ofSeconds(61))).isTrue();
        assertThat(time.wasUp()).isTrue();
    }
}
