package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.assay.engine.facts.FunctionNames;
import org.assay.engine.pack.Position;

/** Refuses names of network functions in expressions that are not the one by which functions are compared. */
final class FunctionWords {
    private static final String FIELD = "functions";
    private static final Set<String> EQUALITY = Set.of(Functions.EQUALS, "_!=_");
    private static final String IN = "@in";

    private final LongFunction<Position> places;

    FunctionWords(LongFunction<Position> places) {
        this.places = places;
    }

    /** Looks at one node of an expression. */
    void check(CelExpr expr) {
        if (isCall(expr, Set.of(IN)) && isFunctions(expr.call().args().get(1))) {
            word(expr.call().args().get(0));
        } else if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION
                && isFunctions(expr.comprehension().iterRange())) {
            String variable = expr.comprehension().iterVar();
            Nodes.of(expr).forEach(inner -> compared(inner, variable));
        }
    }

    private static boolean isFunctions(CelExpr range) {
        return range.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                && range.select().field().equals(FIELD);
    }

    private static boolean isCall(CelExpr expr, Set<String> functions) {
        return expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && functions.contains(expr.call().function());
    }

    private void compared(CelExpr call, String variable) {
        if (isCall(call, EQUALITY)) {
            List<CelExpr> sides = call.call().args();
            if (Loop.isIdent(sides.get(0), variable)) {
                word(sides.get(1));
            } else if (Loop.isIdent(sides.get(1), variable)) {
                word(sides.get(0));
            }
        } else if (isCall(call, Set.of(IN)) && Loop.isIdent(call.call().args().get(0), variable)) {
            CelExpr list = call.call().args().get(1);
            if (list.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST) {
                list.list().elements().forEach(this::word);
            }
        }
    }

    private void word(CelExpr expr) {
        boolean text = expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        String written = text ? expr.constant().stringValue() : "";
        String name = FunctionNames.core().canonical(written).orElse(written);
        if (!name.equals(written)) {
            throw new ExpressionFault(
                    "function-name",
                    "the network function '" + written + "' is called '" + name + "'",
                    places.apply(expr.id()));
        }
    }
}
