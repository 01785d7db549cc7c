package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledMove;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.pack.Procedure.Trigger;
import org.assay.engine.procedure.CaseMove;
import org.jspecify.annotations.Nullable;

/**
 * Replays one case: evidence moves it in the order of its days, clocks move it in between. Where a condition is unknown it
 * goes on both ways, so that what is known in the end does not hang on what is missing. Used once.
 */
final class Replay {
    private static final int MOST_COURSES = 32;
    private static final int MOST_MOVES = 2_000;
    private static final int MOST_WAYS = 4_000;

    private final Stage stage;
    private final CompiledProcedure procedure;
    private final String opener;
    private final Unmoved unmoved;

    Replay(Stage stage, CompiledProcedure procedure, String opener, Unmoved unmoved) {
        this.stage = stage;
        this.procedure = procedure;
        this.opener = opener;
        this.unmoved = unmoved;
    }

    /** The value of an expression; unknown where it needs the day of a move that is not known. */
    static Compiled.Result run(Compiled expression, Course course, RuleContext.Variables variables) {
        if (course.entered() == null && expression.reads().names().contains(Stage.ENTERED)) {
            return new Compiled.Result(null, course.doubts(), "");
        }
        return expression.run(variables);
    }

    /** All courses that a case may have taken up to the as-of day. */
    List<Course> run(List<Course> start, List<Papers.Event> events) {
        List<Course> courses = start;
        List<Papers.Event> undated = new ArrayList<>();
        LocalDate begin = start.get(0).entered();
        for (List<Papers.Event> run : Orders.runs(events)) {
            if (run.get(0).day() == null) {
                undated.addAll(run);
            } else {
                courses = each(courses, (course, out) -> inAnyOrder(course, run, begin, out));
            }
        }
        for (Papers.Event event : undated) {
            courses = each(courses, (course, out) -> {
                Course doubting = course.doubting(event.undatedFor());
                out.accept(doubting);
                answer(doubting, event, out);
            });
        }
        return each(courses, (course, out) -> advance(course, stage.asOf(), true, out));
    }

    /** Where the order of records decides that nothing tells, the course goes on in each. */
    private void inAnyOrder(Course course, List<Papers.Event> run, @Nullable LocalDate begin, Consumer<Course> out) {
        if (run.size() == 1) {
            follow(course, run, begin).forEach(out);
            return;
        }
        Map<Object, Course> all = new LinkedHashMap<>();
        Set<Set<Object>> outcomes = new HashSet<>();
        for (List<Papers.Event> order : Orders.of(run)) {
            List<Course> courses = follow(course, order, begin);
            courses.forEach(one -> all.putIfAbsent(one.key(), one));
            outcomes.add(courses.stream().map(Course::key).collect(Collectors.toSet()));
        }
        SortedSet<String> open = new TreeSet<>();
        if (outcomes.size() > 1) {
            run.forEach(event -> open.add("evidence/" + event.id() + "/about"));
        }
        all.values().forEach(one -> out.accept(one.doubting(open)));
    }

    /** Where records lead that come in an order. */
    private List<Course> follow(Course course, List<Papers.Event> order, @Nullable LocalDate begin) {
        List<Course> courses = List.of(course);
        for (Papers.Event written : order) {
            Papers.Event event = written.since(begin);
            courses = each(courses, (one, next) -> advance(one, event.day(), false, next));
            courses = each(courses, (one, next) -> answer(one, event, next));
        }
        return courses;
    }

    /** Takes a course further, on one way or several. */
    private interface Step {
        void take(Course course, Consumer<Course> out);
    }

    private static List<Course> each(List<Course> courses, Step step) {
        Map<Object, Course> next = new LinkedHashMap<>();
        Consumer<Course> out = course -> next.merge(course.key(), course, (one, other) -> one.doubting(other.doubts()));
        for (Course course : courses) {
            if (course.error().isEmpty()) {
                step.take(course, out);
            } else {
                out.accept(course);
            }
        }
        List<Course> all = List.copyOf(next.values());
        return all.size() > MOST_COURSES
                ? List.of(all.get(0).broken("too many facts are missing: more than " + MOST_COURSES + " courses"))
                : all;
    }

    private void answer(Course course, Papers.Event event, Consumer<Course> out) {
        if (!event.error().isEmpty() && procedure.leadsOn(course.state())) {
            out.accept(course.broken(event.error()));
            return;
        }
        Course open = course;
        unmoved.came(event.id(), course.state());
        RuleContext.Variables variables = stage.moving(procedure, course, event.day(), event.id());
        for (int i = 0; i < procedure.moves().size(); i++) {
            CompiledMove move = procedure.moves().get(i);
            boolean due = move.move().trigger() == Trigger.ON
                    && move.move().on().equals(event.kind())
                    && move.move().from().contains(course.state());
            if (!due) {
                continue;
            }
            Guard guard = guard(move, open, variables);
            unmoved.asked(event.id(), course.state(), move.move(), guard);
            if (guard.truth() == Truth.ERROR) {
                out.accept(open.broken(guard.error()));
                return;
            }
            if (guard.truth() != Truth.FALSE) {
                out.accept(fire(open.doubting(guard.missing()), i, event.day(), event, variables));
            }
            if (guard.truth() == Truth.TRUE) {
                return;
            }
            open = open.doubting(guard.missing());
        }
        out.accept(open);
    }

    /** Lets the clocks strike that are due before the evidence of a day, or at the end until that day is over. */
    private void advance(Course begin, LocalDate limit, boolean whole, Consumer<Course> out) {
        List<Way> open = new ArrayList<>(List.of(Way.begin(begin)));
        Set<Object> seen = new HashSet<>();
        int ways = 0;
        while (!open.isEmpty()) {
            Way way = open.remove(open.size() - 1);
            Course course = way.course();
            // On days that are not known, clocks that wind each other up lead where the case has been
            if (course.entered() == null && !seen.add(List.of(way.key(), course.doubts())) || way.comesBack()) {
                continue;
            }
            if (++ways > MOST_WAYS + begin.history().size()) {
                out.accept(course.broken("too many facts are missing: more than " + MOST_WAYS + " ways on"));
                return;
            }
            if (course.history().size() > MOST_MOVES) {
                out.accept(course.broken("clocks move the case without end"));
                continue;
            }
            Strike first = null;
            boolean split = false;
            for (int i = 0; i < procedure.moves().size() && !split; i++) {
                if (!runs(course, i)) {
                    continue;
                }
                Compiled.Result due = due(course, i);
                if (!due.error().isEmpty()) {
                    out.accept(course.broken(due.error()));
                    split = true;
                    continue;
                }
                DueDay day = DueDay.of(due);
                if (day.day() != null) {
                    Strike strike = strike(course, i, day.day());
                    first = first == null || Strike.ORDER.compare(strike, first) < 0 ? strike : first;
                } else if (!day.isAfter(limit)) {
                    split(way, i, day.missing(), open);
                    split = true;
                }
            }
            if (split) {
                continue;
            }
            if (first == null || !first.by(limit, whole)) {
                out.accept(course);
            } else {
                strike(way, first, open, out);
            }
        }
    }

    private boolean runs(Course course, int clock) {
        CompiledMove move = procedure.moves().get(clock);
        return move.move().isClock()
                && course.error().isEmpty()
                && move.move().from().contains(course.state())
                && !course.passed().contains(clock);
    }

    private Compiled.Result due(Course course, int clock) {
        Compiled day = procedure.moves().get(clock).day();
        if (day == null) {
            return new Compiled.Result(Days.NEVER, new TreeSet<>(), "");
        }
        // Measures are those of the day of entry, or the clock would move with the day of the audit
        if (course.entered() == null && day.reads().names().contains(MeasureRoot.NAME)) {
            return new Compiled.Result(null, course.doubts(), "");
        }
        return run(day, course, stage.moving(procedure, course, course.entered(), ""));
    }

    /** A clock whose day is not known may have struck, or not. */
    private void split(Way way, int clock, SortedSet<String> missing, List<Way> open) {
        Course doubting = way.course().doubting(missing);
        open.add(way.maybe(doubting.past(clock)));
        RuleContext.Variables variables = stage.moving(procedure, doubting, null, "");
        Guard guard = guard(procedure.moves().get(clock), doubting, variables);
        if (guard.truth() != Truth.FALSE) {
            open.add(way.maybe(fire(doubting.doubting(guard.missing()), clock, null, null, variables)));
        }
    }

    private void strike(Way way, Strike strike, List<Way> open, Consumer<Course> out) {
        Course course = way.course();
        CompiledMove move = procedure.moves().get(strike.clock());
        RuleContext.Variables variables = stage.moving(procedure, course, strike.day(), "");
        Guard guard = guard(move, course, variables);
        if (guard.truth() == Truth.ERROR) {
            out.accept(course.broken(guard.error()));
            return;
        }
        if (guard.truth() != Truth.TRUE) {
            open.add(way.maybe(course.doubting(guard.missing()).past(strike.clock())));
        }
        if (guard.truth() != Truth.FALSE) {
            Course next = fire(course.doubting(guard.missing()), strike.clock(), strike.day(), null, variables);
            open.add(guard.truth() == Truth.TRUE ? way.on(next) : way.maybe(next));
        }
    }

    /** When a clock strikes: one that was due before its state was entered strikes at once. */
    private Strike strike(Course course, int clock, LocalDate due) {
        LocalDate entered = course.entered();
        LocalDate day = entered != null && entered.isAfter(due) ? entered : due;
        return new Strike(day, procedure.moves().get(clock).move().trigger() == Trigger.AFTER, clock);
    }

    static Guard guard(CompiledMove move, Course course, RuleContext.Variables variables) {
        return Guard.of(move.guards(), condition -> run(condition, course, variables));
    }

    private Course fire(
            Course course,
            int number,
            @Nullable LocalDate day,
            Papers.@Nullable Event event,
            RuleContext.Variables variables) {
        CompiledMove move = procedure.moves().get(number);
        String id = event == null ? "" : event.id();
        Effects effects = new Effects(stage, opener, course, id, day, variables).of(move);
        String document = event == null ? "" : event.record().text("document").orElse("");
        CaseMove made = new CaseMove(
                number, day, course.state(), move.move().to(), move.move().actor(), id, document);
        return course.moved(made, effects.names(), effects.changed());
    }

    /** The clocks that run in a course, by day; those that never strike are left out. */
    List<Strike> clocks(Course course) {
        List<Strike> strikes = new ArrayList<>();
        for (int i = 0; i < procedure.moves().size(); i++) {
            if (runs(course, i) && due(course, i).value() instanceof LocalDate due && !due.equals(Days.NEVER)) {
                strikes.add(strike(course, i, due));
            }
        }
        strikes.sort(Strike.ORDER);
        return strikes;
    }
}
