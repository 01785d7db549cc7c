package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the components that stand behind a verdict on something, cut into atoms.
 *
 * @param condition on a component, of which the atoms are numbered as those on a component of something
 * @param own whether it can be true for components of the subject only, as {@code componentsOf} gives them
 */
public record Concern(Condition condition, boolean own) {
    private static final String COMPONENT = "component";
    private static final Condition TRUE = new Condition.Fixed(true);

    /** By what the components of a subject name it, and the kind of subject. */
    private record Naming(String function, String kind) {}

    private static final List<Naming> NAMINGS = List.of(
            new Naming("suppliersOf", "supplier"),
            new Naming("contractsFor", "contract"),
            new Naming("evidenceFor", "evidence."));

    /**
     * Cuts a condition.
     *
     * @param subject the name by which it knows the subject
     * @param kind of the subject, as requirements name it
     */
    public static Concern cut(Compiled whole, String subject, String kind, Condition.Numbers numbers) {
        if (kind.equals(COMPONENT)) {
            return new Concern(new Condition.Cut(whole, numbers, subject, COMPONENT).cut(whole.root()), false);
        }
        boolean own = false;
        Condition condition = TRUE;
        for (CelExpr part : conjuncts(whole.root())) {
            Loop loop = Loop.of(part, subject);
            String variable = loop == null || loop.all() || !loop.path().isEmpty() ? "" : loop.variable();
            List<CelExpr> within = loop == null ? List.of() : conjuncts(loop.test());
            boolean among = !variable.isEmpty() && within.stream().anyMatch(some -> isSame(some, variable, COMPONENT));
            own |= among || isNamed(part, subject, kind);
            for (CelExpr some : among ? within : List.of(part)) {
                if (!among || !isSame(some, variable, COMPONENT)) {
                    Condition cut = new Condition.Cut(whole, numbers, subject, among ? variable : COMPONENT).cut(some);
                    condition = condition == TRUE ? cut : new Condition.And(condition, cut);
                }
            }
        }
        return new Concern(condition, own);
    }

    private static List<CelExpr> conjuncts(CelExpr node) {
        if (!isCall(node, "_&&_")) {
            return List.of(node);
        }
        List<CelExpr> all = new ArrayList<>();
        node.call().args().forEach(arg -> all.addAll(conjuncts(arg)));
        return all;
    }

    /** Whether it says that the component names the subject. */
    private static boolean isNamed(CelExpr part, String subject, String kind) {
        if (isCall(part, "_==_")) {
            List<CelExpr> sides = part.call().args();
            return kind.equals("site")
                    && (isSite(sides.get(0)) && isIdent(sides.get(1), subject)
                            || isSite(sides.get(1)) && isIdent(sides.get(0), subject));
        }
        Loop.@Nullable Some some = Loop.exists(part);
        return some != null
                && isSame(some.test(), some.variable(), subject)
                && NAMINGS.stream().anyMatch(naming -> names(some.range(), naming, kind));
    }

    private static boolean names(CelExpr range, Naming naming, String kind) {
        if (!isCall(range, naming.function()) || !isIdent(range.call().args().get(0), COMPONENT)) {
            return false;
        }
        List<CelExpr> args = range.call().args();
        return args.size() == 1
                ? kind.equals(naming.kind())
                : args.get(1).exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && kind.equals(naming.kind() + args.get(1).constant().stringValue());
    }

    private static boolean isSite(CelExpr node) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                && !node.select().testOnly()
                && node.select().field().equals("site")
                && isIdent(node.select().operand(), COMPONENT);
    }

    private static boolean isSame(CelExpr node, String one, String other) {
        if (!isCall(node, "_==_")) {
            return false;
        }
        CelExpr first = node.call().args().get(0);
        CelExpr second = node.call().args().get(1);
        return isIdent(first, one) && isIdent(second, other) || isIdent(first, other) && isIdent(second, one);
    }

    private static boolean isCall(CelExpr node, String function) {
        return Loop.isCall(node, function);
    }

    private static boolean isIdent(CelExpr node, String name) {
        return Loop.isIdent(node, name);
    }
}
