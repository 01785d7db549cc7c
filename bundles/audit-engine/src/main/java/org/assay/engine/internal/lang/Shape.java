package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression as text, the same for two expressions that differ only in the names of their own variables: whatever
 * stands for something outside keeps its name.
 */
final class Shape {
    private final StringBuilder text = new StringBuilder();
    private final List<String> bound = new ArrayList<>();

    private final String renamed;
    private final String as;

    private Shape(String renamed, String as) {
        this.renamed = renamed;
        this.as = as;
    }

    static String of(CelExpr expression) {
        return of(expression, "", "");
    }

    /** The same, a name outside taken for another. */
    static String of(CelExpr expression, String name, String as) {
        Shape shape = new Shape(name, as);
        shape.add(expression);
        return shape.text.toString();
    }

    private void add(CelExpr node) {
        switch (node.exprKind().getKind()) {
            case CONSTANT -> constant(node.constant());
            case IDENT -> ident(node.ident().name());
            case SELECT -> {
                add(node.select().operand());
                text.append('.').append(node.select().field());
            }
            case CALL -> call(node.call());
            case LIST -> list("list", node.list().elements());
            case COMPREHENSION -> loop(node.comprehension());
            default -> throw new IllegalStateException("not part of the language: " + node.exprKind());
        }
    }

    private void constant(CelConstant constant) {
        switch (constant.getKind()) {
            case STRING_VALUE -> {
                String value = constant.stringValue();
                text.append('"').append(value.length()).append(':').append(value);
            }
            case INT64_VALUE -> text.append('i').append(constant.int64Value());
            default -> text.append(constant.booleanValue());
        }
    }

    private void ident(String name) {
        int depth = bound.lastIndexOf(name);
        text.append(depth >= 0 ? "#" + depth : name.equals(renamed) ? as : name);
    }

    private void call(CelExpr.CelCall call) {
        text.append(call.target().isPresent() ? "~" : "");
        List<CelExpr> all = new ArrayList<>();
        call.target().ifPresent(all::add);
        all.addAll(call.args());
        list(call.function(), all);
    }

    private void list(String name, List<CelExpr> elements) {
        text.append(name).append('(');
        for (CelExpr element : elements) {
            add(element);
            text.append(',');
        }
        text.append(')');
    }

    private void loop(CelExpr.CelComprehension loop) {
        text.append("loop(");
        add(loop.iterRange());
        text.append(',');
        add(loop.accuInit());
        bound.add(loop.accuVar());
        bound.add(loop.iterVar());
        text.append(',');
        add(loop.loopCondition());
        text.append(',');
        add(loop.loopStep());
        bound.remove(bound.size() - 1);
        text.append(',');
        add(loop.result());
        bound.remove(bound.size() - 1);
        text.append(')');
    }
}
