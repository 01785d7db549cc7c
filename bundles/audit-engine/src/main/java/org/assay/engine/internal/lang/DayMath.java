package org.assay.engine.internal.lang;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.measure.Range;
import org.assay.engine.internal.world.Unknown;

/** Civil dates; "never" stays never whatever is added to it. */
final class DayMath {
    private DayMath() {}

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException("'" + text + "' is no date: write date('2026-01-31')", noDay);
        }
    }

    static Object addDays(Object day, long days) {
        return move(day, days, ChronoUnit.DAYS);
    }

    /** From the 31st to a shorter month: its last day. */
    static Object addMonths(Object day, long months) {
        return move(day, months, ChronoUnit.MONTHS);
    }

    private static Object move(Object day, long amount, ChronoUnit unit) {
        if (day instanceof Range range) {
            return Unknown.of(range.missing());
        }
        return day.equals(Days.NEVER) ? day : ((LocalDate) day).plus(amount, unit);
    }

    static Object days(Object from, Object to) {
        if (from instanceof Range range) {
            return Unknown.of(range.missing());
        }
        if (to instanceof Range range) {
            return Unknown.of(range.missing());
        }
        return ChronoUnit.DAYS.between((LocalDate) from, (LocalDate) to);
    }

    static Object latest(List<?> days) {
        return days.stream()
                .map(LocalDate.class::cast)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    static Object less(Object first, Object second, boolean orEqual) {
        return Range.less(first, second, orEqual);
    }
}
