package org.assay.engine.internal.turn;

import dev.cel.common.ast.CelExpr;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The same day in every year. */
final class Years {
    private static final int FIRST = 1900;
    private static final int LAST = 2300;
    private static final int MONTHS = 12;

    private Years() {}

    /** A day of a month that are told by expressions; empty where it cannot be told which. */
    static Optional<SortedSet<LocalDate>> each(Numbers numbers, CelExpr month, CelExpr day) {
        return numbers.of(month).flatMap(months -> numbers.of(day).map(some -> {
            SortedSet<LocalDate> days = new TreeSet<>();
            months.forEach(m -> some.forEach(d -> days.addAll(each(m, d))));
            return days;
        }));
    }

    /** A day of a month; in a year that has no such day the nearest that it has. */
    static SortedSet<LocalDate> each(long month, long day) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (int year = FIRST; year <= LAST && month >= 1 && month <= MONTHS; year++) {
            LocalDate first = LocalDate.of(year, (int) month, 1);
            days.add(first.withDayOfMonth((int) Math.max(1, Math.min(day, first.lengthOfMonth()))));
        }
        return days;
    }
}
