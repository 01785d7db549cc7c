package org.assay.engine.internal.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.assay.engine.facts.Days;
import org.junit.jupiter.api.Test;

/** Values as a person reads them. */
class TemplateTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    @Test
    void theDaysUpToADayThatNeverComesAreNoNumber() {
        assertThat(Template.print(Days.NEVER)).isEqualTo("(no day yet)");
        assertThat(Template.print(DayMath.days(DAY, Days.NEVER))).isEqualTo("(unlimited)");
        assertThat(Template.print(DayMath.days(Days.NEVER, DAY))).isEqualTo("(unlimited)");
        assertThat(Template.print(DayMath.days(DAY, LocalDate.parse("9999-12-31"))))
                .isEqualTo("2912118");
        assertThat(Template.print(12_000_000_000_000L)).isEqualTo("12000000000000");
    }
}
