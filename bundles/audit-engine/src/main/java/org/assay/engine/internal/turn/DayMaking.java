package org.assay.engine.internal.turn;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.engine.internal.turn.Crossings.Turn;

/** What the functions that make dates come to. */
record DayMaking(DayWalk walk, Numbers numbers, Crossings crossings) {
    /** The column that a table of holidays has. */
    private static final String HOLIDAY = "day";

    /** What counts between dates, and is not compared at once. */
    Set<DayForm> counted(String function, List<CelExpr> args) {
        if (walk.union(args).stream().anyMatch(DayMaking::moves)) {
            crossings.every("a rule counts " + function + " to or from the day");
        }
        return Set.of();
    }

    private static boolean moves(DayForm form) {
        return form instanceof DayForm.Moving;
    }

    Set<DayForm> moved(List<CelExpr> args, Function<Long, Shift> shift) {
        Set<DayForm> forms = new LinkedHashSet<>();
        Set<DayForm> days = walk.walk(args.get(0));
        walk.walk(args.get(1));
        Optional<Set<Long>> amounts = numbers.of(args.get(1));
        days.forEach(day -> amounts.ifPresentOrElse(
                some -> some.forEach(amount -> forms.add(day.moved(shift.apply(amount)))), () -> forms.add(open(day))));
        return forms;
    }

    /** A date moved by nobody knows how much. */
    DayForm open(DayForm day) {
        if (moves(day)) {
            crossings.every("a rule moves the day by a number of its own");
        }
        return new DayForm.Any();
    }

    Set<DayForm> business(List<CelExpr> args) {
        Set<DayForm> forms = new LinkedHashSet<>();
        Set<DayForm> days = walk.walk(args.get(0));
        args.subList(1, 3).forEach(walk::walk);
        Optional<Set<Long>> counts = numbers.of(args.get(1));
        for (DayForm day : days) {
            if (counts.isEmpty() || moves(day)) {
                forms.add(open(day));
            } else {
                counts.get().forEach(count -> forms.add(business(day, count)));
            }
        }
        return forms;
    }

    private DayForm business(DayForm day, long count) {
        if (!(day instanceof DayForm.Fixed fixed) || !fixed.shift().equals(Shift.NONE)) {
            return day.moved(Shift.business(count));
        }
        SortedSet<LocalDate> reached = new TreeSet<>();
        for (LocalDate from : fixed.days()) {
            LocalDate one = step(from, count, Set.of());
            LocalDate other = step(from, count, numbers.values().dates(HOLIDAY));
            LocalDate last = one.isAfter(other) ? one : other;
            for (LocalDate each = one.isAfter(other) ? other : one; !each.isAfter(last); each = each.plusDays(1)) {
                reached.add(each);
            }
        }
        return new DayForm.Fixed(reached, fixed.what(), Shift.NONE);
    }

    /** Over business days, whatever of the holidays counts. */
    private static LocalDate step(LocalDate from, long count, Set<LocalDate> holidays) {
        LocalDate day = from;
        for (long left = Math.abs(count); left > 0; ) {
            day = day.plusDays(Long.signum(count));
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= weekend || holidays.contains(day) ? 0 : 1;
        }
        return day;
    }

    Set<DayForm> date(List<CelExpr> args) {
        if (args.size() == 1 && args.get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return written(args.get(0).constant());
        }
        args.forEach(walk::walk);
        Optional<SortedSet<LocalDate>> days =
                args.size() == 3 ? Years.each(numbers, args.get(1), args.get(2)) : Optional.empty();
        return Set.of(
                days.<DayForm>map(some -> DayWalk.fixed(some, "each year,")).orElseGet(DayForm.Any::new));
    }

    private static Set<DayForm> written(CelConstant text) {
        try {
            LocalDate day = LocalDate.parse(text.stringValue());
            return Set.of(DayWalk.fixed(new TreeSet<>(Set.of(day)), "the law's day"));
        } catch (DateTimeException noDay) {
            // It is an error whatever the day is
            return Set.of();
        }
    }

    Set<DayForm> annual(List<CelExpr> args) {
        Set<DayForm> on = walk.walk(args.get(2));
        args.subList(0, 2).forEach(walk::walk);
        Optional<SortedSet<LocalDate>> days = Years.each(numbers, args.get(0), args.get(1));
        if (days.isEmpty()) {
            on.forEach(this::open);
            return Set.of(new DayForm.Any());
        }
        Set<DayForm> each = Set.of(DayWalk.fixed(days.get(), "each year,"));
        new Meetings(crossings).meet(on, each, Turn.BOTH);
        return each;
    }
}
