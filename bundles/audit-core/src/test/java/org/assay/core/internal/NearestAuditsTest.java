package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.AuditRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which audit the calendar tells. */
class NearestAuditsTest {
    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, "", "");
        bench.send(Bench.document("alpha", "good"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String audit(String regime, @Nullable LocalDate day) {
        return bench.core
                .audits()
                .create(AuditRequest.of("alpha", List.of(regime), day), "tester")
                .id();
    }

    private @Nullable String told(@Nullable LocalDate day) {
        return bench.core.procedures().deadlines("alpha", day, 90).audit();
    }

    @Test
    void theNewestFinishedAuditIsNamed() {
        String audit = audit("xx-one", null);
        assertThat(told(null)).isEqualTo(audit);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, 2026-03-01", "2026-11-20, 2027-12-31"})
    void anAuditOfAnotherDaySaysNothingOfWhatIsDueToday(LocalDate near, LocalDate far) {
        String first = audit("xx-one", near);
        String other = audit("xx-one", far);
        assertThat(told(null)).isEqualTo(first);
        assertThat(told(far)).isEqualTo(other);
        bench.clock.forward(Duration.ofDays(1));
        String next = audit("xx-one", null);
        assertThat(told(null)).isEqualTo(next);
    }

    @Test
    void anAuditMadeLongBeforeTheDayThatItLooksAtGivesWayToOneThatKnowsMore() {
        LocalDate ahead = LocalDate.parse("2026-12-20");
        audit("xx-one", ahead);
        bench.clock.forward(Duration.ofDays(25));
        String later = audit("xx-one", null);
        assertThat(told(ahead)).isEqualTo(later);
    }

    @Test
    void whatWasJudgedUnderAnEditionThatIsLawNoMoreIsDueNoMore() {
        bench.arrive("xx-two", 2, TestPacks.pack("xx-two", "1.0.0", "2025-01-01", "2025-12-31", "a"));
        LocalDate past = LocalDate.parse("2025-12-31");
        String old = audit("xx-two", past);
        assertThat(told(past)).isEqualTo(old);
        assertThat(told(null)).isNull();
    }
}
