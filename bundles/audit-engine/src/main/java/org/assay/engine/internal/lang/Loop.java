package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code componentsOf(x).exists(c, …)} or {@code .all(c, …)}, where x is the subject or a field of it, and no loop over
 * components is within it: that would be every component for every other one.
 *
 * @param all whether it is {@code all}
 * @param path the field; empty for the subject itself
 * @param variable the name of a component in the condition
 * @param test the condition
 */
record Loop(boolean all, String path, String variable, CelExpr test) {
    private static final String COMPONENTS_OF = "componentsOf";

    /** A loop over any list that is {@code exists} or {@code all}. */
    record Some(boolean all, CelExpr range, String variable, CelExpr test) {}

    /** What a node is, if it is such a loop. */
    static @Nullable Loop of(CelExpr node, String subject) {
        Some some = some(node);
        String path = some == null ? null : path(some.range(), subject);
        return some == null || path == null || asksComponents(some.test())
                ? null
                : new Loop(some.all(), path, some.variable(), some.test());
    }

    private static boolean asksComponents(CelExpr test) {
        return Nodes.of(test).stream().anyMatch(part -> isCall(part, COMPONENTS_OF));
    }

    /** What a node is, if it is {@code exists} over any list. */
    static @Nullable Some exists(CelExpr node) {
        Some some = some(node);
        return some == null || some.all() ? null : some;
    }

    private static @Nullable Some some(CelExpr node) {
        if (node.exprKind().getKind() != CelExpr.ExprKind.Kind.COMPREHENSION) {
            return null;
        }
        CelExpr.CelComprehension loop = node.comprehension();
        boolean all = is(loop.accuInit(), true);
        boolean shaped = all || is(loop.accuInit(), false);
        CelExpr step = loop.loopStep();
        if (!shaped || !loop.iterVar2().isEmpty() || !isIdent(loop.result(), loop.accuVar())) {
            return null;
        }
        boolean joined = isCall(step, all ? "_&&_" : "_||_")
                && isIdent(step.call().args().get(0), loop.accuVar());
        return joined
                ? new Some(
                        all,
                        loop.iterRange(),
                        loop.iterVar(),
                        step.call().args().get(1))
                : null;
    }

    private static @Nullable String path(CelExpr range, String subject) {
        if (!isCall(range, COMPONENTS_OF)) {
            return null;
        }
        CelExpr of = range.call().args().get(0);
        if (isIdent(of, subject)) {
            return "";
        }
        boolean field = of.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                && !of.select().testOnly()
                && isIdent(of.select().operand(), subject);
        return field ? of.select().field() : null;
    }

    private static boolean is(CelExpr node, boolean value) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && node.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
                && node.constant().booleanValue() == value;
    }

    static boolean isCall(CelExpr node, String function) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals(function);
    }

    static boolean isSelect(CelExpr node) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT;
    }

    /** The text that a node is, if it is one. */
    static Optional<String> text(CelExpr node) {
        boolean text = node.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return text ? Optional.of(node.constant().stringValue()) : Optional.empty();
    }

    static boolean isIdent(CelExpr node, String name) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(name);
    }
}
