package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import org.jspecify.annotations.Nullable;

/**
 * {@code componentsOf(x).exists(c, …)} or {@code .all(c, …)}, where x is the subject or a field of it.
 *
 * @param all whether it is {@code all}
 * @param path the field; empty for the subject itself
 * @param variable the name of a component in the condition
 * @param test the condition
 */
record Loop(boolean all, String path, String variable, CelExpr test) {

    /** What a node is, if it is such a loop. */
    static @Nullable Loop of(CelExpr node, String subject) {
        if (node.exprKind().getKind() != CelExpr.ExprKind.Kind.COMPREHENSION) {
            return null;
        }
        CelExpr.CelComprehension loop = node.comprehension();
        String path = path(loop.iterRange(), subject);
        boolean all = is(loop.accuInit(), true);
        boolean shaped = all || is(loop.accuInit(), false);
        CelExpr step = loop.loopStep();
        if (path == null || !shaped || !loop.iterVar2().isEmpty() || !isIdent(loop.result(), loop.accuVar())) {
            return null;
        }
        boolean joined = isCall(step, all ? "_&&_" : "_||_")
                && isIdent(step.call().args().get(0), loop.accuVar());
        return joined ? new Loop(all, path, loop.iterVar(), step.call().args().get(1)) : null;
    }

    private static @Nullable String path(CelExpr range, String subject) {
        if (!isCall(range, "componentsOf")) {
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

    private static boolean isCall(CelExpr node, String function) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals(function);
    }

    private static boolean isIdent(CelExpr node, String name) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(name);
    }
}
