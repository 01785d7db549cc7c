package org.assay.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StillStartingTest {
    private static final Instant BEGUN = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void saysEveryTwoMinutesThatTheStartGoesOnAndUntilWhen() {
        StillStarting told = new StillStarting(600, Path.of("log"), BEGUN);
        assertThat(told.after(BEGUN.plusSeconds(119))).isEmpty();
        assertThat(told.after(BEGUN.plusSeconds(121)))
                .hasValue("Still starting after 121 s; waiting for up to 600 s (--wait SECONDS). What it does: log");
        assertThat(told.after(BEGUN.plusSeconds(200))).isEmpty();
        assertThat(told.after(BEGUN.plusSeconds(240))).isPresent();
    }
}
