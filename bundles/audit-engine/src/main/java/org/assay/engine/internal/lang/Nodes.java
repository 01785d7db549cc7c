package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;

/** The nodes of an expression. */
final class Nodes {
    private Nodes() {}

    /** A node and all below it, each before what is below it, in the order in which they are written. */
    static List<CelExpr> of(CelExpr root) {
        List<CelExpr> nodes = new ArrayList<>();
        add(root, nodes);
        return nodes;
    }

    private static void add(CelExpr node, List<CelExpr> nodes) {
        nodes.add(node);
        switch (node.exprKind().getKind()) {
            case SELECT -> add(node.select().operand(), nodes);
            case CALL -> {
                node.call().target().ifPresent(target -> add(target, nodes));
                node.call().args().forEach(arg -> add(arg, nodes));
            }
            case LIST -> node.list().elements().forEach(element -> add(element, nodes));
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = node.comprehension();
                List.of(loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                        .forEach(part -> add(part, nodes));
            }
            default -> {
                // Names and constants have nothing below them; the language has no maps and messages
            }
        }
    }
}
