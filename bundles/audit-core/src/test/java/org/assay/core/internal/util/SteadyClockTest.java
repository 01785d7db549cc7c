package org.assay.core.internal.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Source source = new Source();
    private final SteadyClock clock = new SteadyClock(source);

    @Test
    void goesByItsSource() {
        source.now = NOON.plusSeconds(5);

        assertThat(clock.instant()).isEqualTo(source.now);
        assertThat(clock.behind()).isEmpty();
    }

    @Test
    void goesOnSlowlyWhileTheSourceIsBehindAndFollowsItWhenItIsAheadAgain() {
        source.now = NOON.minus(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.behind()).contains(Duration.ofHours(1));

        source.now = source.now.plusSeconds(100);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));

        source.now = NOON.plus(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(source.now);
        assertThat(clock.behind()).isEmpty();
    }

    @Test
    void isNeverBehindWhatWasRecordedBeforeItStarted() {
        Instant recorded = NOON.plus(Duration.ofDays(1));
        clock.raise(recorded);

        assertThat(clock.instant()).isEqualTo(recorded);
        assertThat(clock.behind()).contains(Duration.ofDays(1));
    }

    @Test
    void saysNothingOfSecondsBetweenTheClocksOfTwoMachines() {
        clock.raise(NOON.plusSeconds(3));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
        assertThat(clock.behind()).isEmpty();
    }

    @Property
    void neverGoesBack(@ForAll List<@LongRange(min = -200_000, max = 200_000) Long> steps) {
        Instant before = clock.instant();
        for (long step : steps) {
            source.now = source.now.plusMillis(step);
            assertThat(clock.instant()).isAfterOrEqualTo(before).isAfterOrEqualTo(source.now);
            before = clock.instant();
        }
    }

    private static final class Source extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock knows UTC only");
        }
    }
}
