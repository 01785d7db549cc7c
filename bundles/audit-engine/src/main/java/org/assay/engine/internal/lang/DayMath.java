package org.assay.engine.internal.lang;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.measure.Range;

/** Civil dates; "never" stays never whatever is added to it. */
public final class DayMath {
    private DayMath() {}

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException("'" + text + "' is no date: write date('2026-01-31')", noDay);
        }
    }

    static LocalDate date(long year, long month, long day) {
        try {
            return LocalDate.of(Math.toIntExact(year), Math.toIntExact(month), Math.toIntExact(day));
        } catch (DateTimeException | ArithmeticException noDay) {
            throw new IllegalArgumentException(
                    "there is no day " + day + " in month " + month + " of year " + year, noDay);
        }
    }

    static Object addDays(Object day, long days) {
        return move(day, one -> one.plusDays(days));
    }

    /** From the 31st to a shorter month: its last day. */
    static Object addMonths(Object day, long months) {
        return move(day, one -> one.plusMonths(months));
    }

    private static Object move(Object day, UnaryOperator<LocalDate> step) {
        if (day instanceof Range range) {
            return new Range(moved(range.low(), step), moved(range.high(), step), range.missing());
        }
        return moved((LocalDate) day, step);
    }

    private static LocalDate moved(Comparable<?> day, UnaryOperator<LocalDate> step) {
        boolean open = day.equals(Days.NEVER) || day.equals(LocalDate.MIN);
        return open ? (LocalDate) day : step.apply((LocalDate) day);
    }

    static Object days(Object from, Object to) {
        return ChronoUnit.DAYS.between((LocalDate) from, (LocalDate) to);
    }

    /** As many as {@link #addMonths} can add without going beyond the second day; negative if that is before the first. */
    static Object months(Object from, Object to) {
        LocalDate first = (LocalDate) from;
        LocalDate second = (LocalDate) to;
        return second.isBefore(first) ? -between(second, first) : between(first, second);
    }

    private static long between(LocalDate first, LocalDate second) {
        long whole = ChronoUnit.MONTHS.between(first, second);
        boolean open = second.equals(Days.NEVER) || first.equals(LocalDate.MIN);
        return open || first.plusMonths(whole + 1).isAfter(second) ? whole : whole + 1;
    }

    /** How many of some things a month must take so that all are done by a day; all of them where no month is left. */
    public static long pace(long things, Object from, Object until) {
        long months = Math.max(1, (Long) months(from, until));
        return things <= 0 ? 0 : (things - 1) / months + 1;
    }

    static Object year(Object day) {
        return (long) ((LocalDate) day).getYear();
    }

    /** The latest of these annual days up to a day; the 29th of February is the 28th where there is none. */
    static Object lastAnnual(long month, long day, Object on) {
        LocalDate until = (LocalDate) on;
        LocalDate same = annual(month, day).atYear(until.getYear());
        return same.isAfter(until) ? annual(month, day).atYear(until.getYear() - 1) : same;
    }

    /** The first of these annual days after a day. */
    static Object nextAnnual(long month, long day, Object on) {
        LocalDate after = (LocalDate) on;
        LocalDate same = annual(month, day).atYear(after.getYear());
        return same.isAfter(after) ? same : annual(month, day).atYear(after.getYear() + 1);
    }

    private static MonthDay annual(long month, long day) {
        try {
            return MonthDay.of(Math.toIntExact(month), Math.toIntExact(day));
        } catch (DateTimeException | ArithmeticException noDay) {
            throw new IllegalArgumentException("no year has a day " + day + " in month " + month, noDay);
        }
    }

    /** Of none: before all days. */
    static Object latest(List<?> days) {
        return extreme(days, LocalDate.MIN, false);
    }

    /** Of none: after all days. */
    static Object earliest(List<?> days) {
        return extreme(days, Days.NEVER, true);
    }

    private static Object extreme(List<?> days, LocalDate ofNone, boolean least) {
        LocalDate low = ofNone;
        LocalDate high = ofNone;
        Set<String> missing = new TreeSet<>();
        for (Object day : new ArrayList<>(days)) {
            low = choose(low, Range.low(day), least);
            high = choose(high, Range.high(day), least);
            if (day instanceof Range range) {
                missing.addAll(range.missing());
            }
        }
        return Range.of(low, high, missing);
    }

    private static LocalDate choose(LocalDate first, Object second, boolean least) {
        LocalDate other = (LocalDate) second;
        return first.isBefore(other) == least ? first : other;
    }

    static Object less(Object first, Object second, boolean orEqual) {
        return Range.less(first, second, orEqual);
    }
}
