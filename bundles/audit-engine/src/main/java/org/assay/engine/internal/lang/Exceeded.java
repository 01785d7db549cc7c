package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Fraction;
import org.assay.engine.internal.measure.GroupView;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.measure.ShareValue;
import org.jspecify.annotations.Nullable;

/**
 * The shares of measures that make a condition hold because they are over a limit: all of them, also where the first alone
 * would do.
 */
public final class Exceeded {
    private static final String LARGEST = "largest";

    private final Compiled whole;
    private final Set<Limit> found = new LinkedHashSet<>();

    private Exceeded(Compiled whole) {
        this.whole = whole;
    }

    /**
     * A limit that a share is over.
     *
     * @param measure the measure's name
     * @param group the keys of its group; empty where it is not grouped
     * @param weight by what the share is taken
     * @param largest whether it is the share of the largest key
     * @param limit the limit
     * @param allowed whether a share of exactly the limit is still allowed
     */
    public record Limit(
            String measure, List<String> group, String weight, boolean largest, Fraction limit, boolean allowed) {
        public Limit {
            group = List.copyOf(group);
        }
    }

    /** What a name of a loop stands for: a group of a measure. */
    private record Seen(CelVariableResolver variables, Map<String, Bound> bound) {
        Seen with(String name, String measure, GroupView group) {
            Map<String, Bound> more = new TreeMap<>(bound);
            more.put(name, new Bound(measure, group));
            return new Seen(some -> some.equals(name) ? Optional.of(group) : variables.find(some), more);
        }
    }

    private record Bound(String measure, GroupView group) {}

    /** The limits that a condition found exceeded; none where it does not hold. */
    public static List<Limit> of(Compiled condition, CelVariableResolver variables) {
        Exceeded exceeded = new Exceeded(condition);
        exceeded.visit(condition.root(), new Seen(variables, Map.of()));
        return List.copyOf(exceeded.found);
    }

    private void visit(CelExpr node, Seen seen) {
        if (whole.part(node).test(seen.variables()) != Truth.TRUE) {
            return;
        }
        if (node.exprKind().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
            loop(node.comprehension(), seen);
        } else if (node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL) {
            call(node.call(), seen);
        }
    }

    private void call(CelExpr.CelCall call, Seen seen) {
        switch (call.function()) {
            case "_&&_", "_||_" -> call.args().forEach(arg -> visit(arg, seen));
            case "_?_:_" -> {
                boolean first = whole.part(call.args().get(0)).test(seen.variables()) == Truth.TRUE;
                visit(call.args().get(first ? 1 : 2), seen);
            }
            case "over" -> limit(call, true, seen);
            case "reaches" -> limit(call, false, seen);
            default -> {
                // Nothing else compares a share
            }
        }
    }

    /** {@code measures.m.exists(g, …)}: every group for which it holds, not only the first. */
    private void loop(CelExpr.CelComprehension loop, Seen seen) {
        List<String> range = path(loop.iterRange());
        boolean exists = loop.accuInit().exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && loop.accuInit().constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
                && !loop.accuInit().constant().booleanValue()
                && loop.loopStep().exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && loop.loopStep().call().function().equals("_||_");
        if (!exists || range.size() != 2 || !range.get(0).equals(MeasureRoot.NAME)) {
            return;
        }
        Object groups = whole.part(loop.iterRange()).run(seen.variables()).value();
        CelExpr test = loop.loopStep().call().args().get(1);
        if (groups instanceof List<?> list) {
            list.stream()
                    .filter(GroupView.class::isInstance)
                    .map(GroupView.class::cast)
                    .forEach(group -> visit(test, seen.with(loop.iterVar(), range.get(1), group)));
        }
    }

    private void limit(CelExpr.CelCall call, boolean allowed, Seen seen) {
        CelExpr target = call.target().orElse(null);
        List<String> path = target == null ? List.of() : path(target);
        if (path.size() < 2 || !(whole.part(target).run(seen.variables()).value() instanceof ShareValue)) {
            return;
        }
        Fraction limit = fraction(call.args(), seen);
        Bound bound = seen.bound().get(path.get(0));
        String measure = bound == null ? path.get(1) : bound.measure();
        List<String> rest = path.subList(bound == null ? 2 : 1, path.size());
        boolean known = bound != null || path.get(0).equals(MeasureRoot.NAME);
        if (limit != null && known && !rest.isEmpty()) {
            boolean largest = rest.size() == 2 && rest.get(1).equals(LARGEST);
            if (largest || rest.size() == 1) {
                found.add(new Limit(measure, group(bound), rest.get(0), largest, limit, allowed));
            }
        }
    }

    private static List<String> group(@Nullable Bound bound) {
        List<?> key =
                bound == null ? List.of() : (List<?>) bound.group().fields().get("key");
        return key.stream().map(Object::toString).toList();
    }

    private @Nullable Fraction fraction(List<CelExpr> args, Seen seen) {
        List<Object> values = new ArrayList<>();
        args.forEach(arg -> whole.part(arg).run(seen.variables()).known().ifPresent(values::add));
        if (values.size() == 2 && values.get(0) instanceof Long part && values.get(1) instanceof Long all) {
            return Fraction.of(part, all);
        }
        return values.size() == 1 && values.get(0) instanceof Fraction share ? share : null;
    }

    /** The names of {@code a.b.c}; empty for anything else. */
    private static List<String> path(CelExpr node) {
        Deque<String> names = new ArrayDeque<>();
        CelExpr at = node;
        while (at.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            names.addFirst(at.select().field());
            at = at.select().operand();
        }
        if (at.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return List.of();
        }
        names.addFirst(at.ident().name());
        return List.copyOf(names);
    }
}
