package org.assay.engine.internal.turn;

import java.time.LocalDate;

/**
 * By how much a date is moved: first some months, then some days between two bounds. Where it stands for moves whose order
 * matters, the bounds are wide enough for every order.
 *
 * @param months how many months
 * @param low the fewest days
 * @param high the most days
 */
record Shift(long months, long low, long high) {
    static final Shift NONE = new Shift(0, 0, 0);

    /** Months are of 28 to 31 days, so that a move by months differs by so much at most where it is done in another order. */
    private static final long SLACK = 4;

    static Shift days(long days) {
        return new Shift(0, days, days);
    }

    static Shift months(long months) {
        return new Shift(months, 0, 0);
    }

    /** Business days: five a week at most; holidays may be many, and unknown ones too. */
    static Shift business(long count) {
        long most = 2 * Math.abs(count) + 30;
        return count == 0 ? NONE : count > 0 ? new Shift(0, count, most) : new Shift(0, -most, count);
    }

    Shift then(Shift next) {
        long slack = next.months != 0 && !equals(NONE) ? SLACK : 0;
        return new Shift(months + next.months, low + next.low - slack, high + next.high + slack);
    }

    /** Whether it moves every date by the same number of days. */
    boolean isExact() {
        return months == 0 && low == high;
    }

    /** The first day that a date may be moved to. */
    LocalDate first(LocalDate day) {
        return day.plusMonths(months).plusDays(low);
    }

    /** The last day that a date may be moved to. */
    LocalDate last(LocalDate day) {
        return day.plusMonths(months).plusDays(high);
    }

    /** The first day that may be moved to a day. */
    LocalDate firstOrigin(LocalDate target) {
        return target.minusDays(high).minusMonths(months).minusDays(months == 0 ? 0 : SLACK);
    }

    /** The last day that may be moved to a day. */
    LocalDate lastOrigin(LocalDate target) {
        return target.minusDays(low).minusMonths(months).plusDays(months == 0 ? 0 : SLACK);
    }
}
