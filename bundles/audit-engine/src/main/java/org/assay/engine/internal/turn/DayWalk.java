package org.assay.engine.internal.turn;

import dev.cel.common.ast.CelExpr;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.turn.Crossings.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Goes through expressions and finds every comparison of a date that hangs on the as-of day with one that does not. A function
 * that is not known here may read the day in any way: then every day counts. Used by one thread.
 */
final class DayWalk {
    /** Names under which the days of tables' rows stand among the values. */
    static final String ROW_FROM = "first day of a row";

    static final String ROW_TO = "last day of a row";
    static final String RECORDED = "day of the snapshot";

    private static final Set<String> PLAIN = Set.of(
            "_&&_",
            "_||_",
            "!_",
            "@not_strictly_false",
            "_-_",
            "_*_",
            "-_",
            "size",
            "startsWith",
            "endsWith",
            "contains",
            "@known",
            "@sure",
            "suppliersOf",
            "suppliersIn",
            "componentsOf",
            "contractsFor",
            "evidenceFor",
            "evidenceAbout",
            "ordersFor",
            "over",
            "reaches",
            "swapsTo",
            "minus");
    private static final Map<String, Turn> COMPARISONS = Map.of(
            "_<_", Turn.REACHED,
            "_>=_", Turn.REACHED,
            "_<=_", Turn.PASSED,
            "_>_", Turn.PASSED,
            "_==_", Turn.BOTH,
            "_!=_", Turn.BOTH,
            "@in", Turn.BOTH);
    private static final Set<String> OWNERSHIP = Set.of("inGroup", "ultimate", "controls", "interest", "related");
    private static final Set<String> COUNTING = Set.of("days", "months", "pace");

    private final FieldValues values;
    private final Numbers numbers;
    private final Map<String, Object> options;
    private final Crossings crossings;
    private final Meetings meetings;
    private final DayMaking making;
    private final Function<String, Set<DayForm>> measures;
    private final Map<String, Set<DayForm>> bound = new HashMap<>();

    /**
     * A walk.
     *
     * @param measures what the measure of a name may come to where that is a date; all of them for the empty name
     */
    DayWalk(
            FieldValues values,
            Map<String, Object> options,
            Crossings crossings,
            Function<String, Set<DayForm>> measures) {
        this.values = values;
        this.numbers = new Numbers(values, options);
        this.options = options;
        this.crossings = crossings;
        this.meetings = new Meetings(crossings);
        this.making = new DayMaking(this, numbers, crossings);
        this.measures = measures;
    }

    /** Goes through an expression; what dates it may come to. */
    Set<DayForm> walk(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case CONSTANT -> Set.of();
            case IDENT -> name(node.ident().name());
            case SELECT -> select(node.select());
            case LIST -> union(node.list().elements());
            case CALL -> call(node.call());
            case COMPREHENSION -> loop(node.comprehension());
            default -> unknown("an expression of an unknown sort");
        };
    }

    Set<DayForm> union(List<CelExpr> nodes) {
        Set<DayForm> all = new LinkedHashSet<>();
        nodes.forEach(node -> all.addAll(walk(node)));
        return all;
    }

    private Set<DayForm> unknown(String why) {
        crossings.every(why);
        return Set.of(new DayForm.Any());
    }

    private Set<DayForm> name(String name) {
        Set<DayForm> known = bound.get(name);
        if (known != null) {
            return known;
        }
        return switch (name) {
            case "asOf" -> Set.of(new DayForm.Moving(Shift.NONE));
            case "entered" -> Set.of(new DayForm.Any());
            default -> Set.of();
        };
    }

    private Set<DayForm> select(CelExpr.CelSelect select) {
        String of = select.operand().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                ? select.operand().ident().name()
                : "";
        if (of.equals("options")) {
            return options.get(select.field()) instanceof LocalDate day
                    ? Set.of(fixed(new TreeSet<>(Set.of(day)), "option " + select.field()))
                    : Set.of();
        }
        if (of.equals(MeasureRoot.NAME) && !bound.containsKey(of)) {
            return measures.apply(select.field());
        }
        walk(select.operand());
        Set<DayForm> forms = new LinkedHashSet<>();
        forms.add(fixed(values.dates(select.field()), select.field()));
        if (select.field().equals("value")) {
            forms.addAll(measures.apply(""));
        }
        return forms;
    }

    static DayForm.Fixed fixed(SortedSet<LocalDate> days, String what) {
        // "Never", and days that no calendar of ours reaches, are never met
        boolean within = days.isEmpty()
                || !days.first().isBefore(FieldValues.FIRST) && days.last().isBefore(FieldValues.LAST);
        SortedSet<LocalDate> met = within ? days : new TreeSet<>(days.subSet(FieldValues.FIRST, FieldValues.LAST));
        return new DayForm.Fixed(met, what, Shift.NONE);
    }

    private Set<DayForm> call(CelExpr.CelCall call) {
        String function = call.function();
        List<CelExpr> args = new ArrayList<>();
        call.target().ifPresent(args::add);
        args.addAll(call.args());
        if (COMPARISONS.containsKey(function)) {
            compare(COMPARISONS.getOrDefault(function, Turn.BOTH), args.get(0), args.get(1));
            return Set.of();
        }
        if (OWNERSHIP.contains(function)) {
            args.subList(0, args.size() - 1).forEach(this::walk);
            rows(walk(args.get(args.size() - 1)), "from", "until");
            return Set.of();
        }
        if (COUNTING.contains(function)) {
            return making.counted(function, args);
        }
        return PLAIN.contains(function) ? none(args) : other(function, args);
    }

    private Set<DayForm> none(List<CelExpr> args) {
        args.forEach(this::walk);
        return Set.of();
    }

    private Set<DayForm> other(String function, List<CelExpr> args) {
        return switch (function) {
            case "_?_:_" -> {
                walk(args.get(0));
                yield union(args.subList(1, 3));
            }
            case "_+_", "latest", "earliest" -> union(args);
            case "date" -> making.date(args);
            case "addDays" -> making.moved(args, Shift::days);
            case "addMonths" -> making.moved(args, Shift::months);
            case "addBusinessDays" -> making.business(args);
            case "@lastAnnual", "@nextAnnual" -> making.annual(args);
            case "nextDue", "nextKnownDue" -> {
                walk(args.get(0));
                meetings.meet(walk(args.get(1)), Set.of(fixed(values.dates("done"), "done")), Turn.BOTH);
                yield Set.of(fixed(values.dates("due"), "due"));
            }
            case "nextDone" -> {
                walk(args.get(0));
                Set<DayForm> done = Set.of(fixed(values.dates("done"), "done"));
                meetings.meet(walk(args.get(1)), done, Turn.BOTH);
                yield done;
            }
            case "year" -> {
                meetings.meet(walk(args.get(0)), Set.of(fixed(Years.each(1, 1), "the new year,")), Turn.BOTH);
                yield Set.of();
            }
            case "inService" -> {
                walk(args.get(0));
                Set<DayForm> day = walk(args.get(1));
                List.of("firstUse", "removed", RECORDED)
                        .forEach(field -> meetings.meet(day, Set.of(fixed(values.dates(field), field)), Turn.REACHED));
                yield Set.of();
            }
            case "on" -> {
                walk(args.get(0));
                rows(walk(args.get(1)), ROW_FROM, ROW_TO);
                yield Set.of();
            }
            default -> {
                args.forEach(this::walk);
                yield unknown("the function " + function + " may read the day");
            }
        };
    }

    /** What holds from a day until a day. */
    private void rows(Set<DayForm> day, String from, String until) {
        meetings.meet(day, Set.of(fixed(values.dates(from), from)), Turn.REACHED);
        meetings.meet(day, Set.of(fixed(values.dates(until), until)), Turn.PASSED);
    }

    private void compare(Turn turn, CelExpr first, CelExpr second) {
        if (isDays(first) != isDays(second)) {
            if (isDays(first)) {
                between(turn, first.call().args(), second, false);
            } else {
                between(turn, second.call().args(), first, true);
            }
        } else {
            meetings.meet(walk(first), walk(second), turn);
        }
    }

    private static boolean isDays(CelExpr node) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals("days");
    }

    /** That so many days lie between two dates is that the second, so many days earlier, is compared with the first. */
    private void between(Turn turn, List<CelExpr> dates, CelExpr count, boolean mirrored) {
        Set<DayForm> from = walk(dates.get(0));
        Set<DayForm> to = walk(dates.get(1));
        walk(count);
        Optional<Set<Long>> counts = numbers.of(count);
        if (counts.isEmpty()) {
            from.forEach(making::open);
            to.forEach(making::open);
        }
        for (long days : counts.orElse(Set.of())) {
            Set<DayForm> earlier = new LinkedHashSet<>();
            to.forEach(day -> earlier.add(day.moved(Shift.days(-days))));
            if (mirrored) {
                meetings.meet(from, earlier, turn);
            } else {
                meetings.meet(earlier, from, turn);
            }
        }
    }

    private Set<DayForm> loop(CelExpr.CelComprehension loop) {
        Set<DayForm> range = walk(loop.iterRange());
        Set<DayForm> result = new LinkedHashSet<>(walk(loop.accuInit()));
        Set<DayForm> outer = bound.put(loop.accuVar(), Set.of());
        Set<DayForm> hidden = bound.put(loop.iterVar(), range);
        walk(loop.loopCondition());
        result.addAll(walk(loop.loopStep()));
        restore(loop.iterVar(), hidden);
        bound.put(loop.accuVar(), Collections.unmodifiableSet(result));
        result.addAll(walk(loop.result()));
        restore(loop.accuVar(), outer);
        return result;
    }

    private void restore(String name, @Nullable Set<DayForm> forms) {
        if (forms == null) {
            bound.remove(name);
        } else {
            bound.put(name, forms);
        }
    }
}
