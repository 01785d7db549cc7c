package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.function.BiFunction;

/** A condition cut at the logical operators into atoms, each of which is evaluated as it stands. */
public sealed interface Condition {

    /** True if both are; false if one is, whatever the other. */
    record And(Condition first, Condition second) implements Condition {}

    /** True if one is, whatever the other. */
    record Or(Condition first, Condition second) implements Condition {}

    /** The contrary. */
    record Not(Condition of) implements Condition {}

    /** One of two, as a condition says; unknown or broken with it. */
    record Choice(Condition when, Condition then, Condition otherwise) implements Condition {}

    /** Always the same. */
    record Fixed(boolean value) implements Condition {}

    /** What is not cut: the number under which it is known. */
    record Atom(int number) implements Condition {}

    /**
     * Cuts a condition.
     *
     * @param number gives an atom's number by its shape, the same for equal shapes, and the expression to run for it
     */
    static Condition cut(Compiled whole, BiFunction<String, CutAtom, Integer> number) {
        return cut(whole, whole.root(), number);
    }

    /** A part of an expression that is not cut. */
    record CutAtom(Compiled whole, CelExpr part) {
        /** Ready to run. */
        public Compiled compiled() {
            return whole.part(part);
        }
    }

    private static Condition cut(Compiled whole, CelExpr node, BiFunction<String, CutAtom, Integer> number) {
        CelExpr.ExprKind.Kind kind = node.exprKind().getKind();
        if (kind == CelExpr.ExprKind.Kind.CONSTANT && node.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
            return new Fixed(node.constant().booleanValue());
        }
        if (kind == CelExpr.ExprKind.Kind.CALL) {
            List<Condition> parts;
            switch (node.call().function()) {
                case "_&&_":
                    parts = cutAll(whole, node, number);
                    return new And(parts.get(0), parts.get(1));
                case "_||_":
                    parts = cutAll(whole, node, number);
                    return new Or(parts.get(0), parts.get(1));
                case "!_":
                    return new Not(cutAll(whole, node, number).get(0));
                case "_?_:_":
                    parts = cutAll(whole, node, number);
                    return new Choice(parts.get(0), parts.get(1), parts.get(2));
                default:
                    break;
            }
        }
        return new Atom(number.apply(Shape.of(node), new CutAtom(whole, node)));
    }

    private static List<Condition> cutAll(Compiled whole, CelExpr node, BiFunction<String, CutAtom, Integer> number) {
        return node.call().args().stream().map(arg -> cut(whole, arg, number)).toList();
    }
}
