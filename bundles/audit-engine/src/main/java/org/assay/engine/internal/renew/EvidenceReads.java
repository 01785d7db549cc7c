package org.assay.engine.internal.renew;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.measure.MeasureRoot;

/**
 * How an expression comes to see evidence, told from its text. Evidence that is given for the subject itself is local: which
 * subjects see a record follows from its scope. All other ways are not. Used by one thread.
 */
public final class EvidenceReads {
    private final String subject;
    private final Set<String> references;
    private final Set<String> given = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> measures = new HashSet<>();
    private boolean open;
    private boolean reverse;
    private boolean otherDay;
    private boolean service;

    /**
     * For expressions that know their subject by a name.
     *
     * @param references the names of fields that lead from a record to evidence
     */
    public EvidenceReads(String subject, Set<String> references) {
        this.subject = subject;
        this.references = references;
    }

    /** Goes through an expression. */
    public EvidenceReads add(Compiled expression) {
        node(expression.root());
        return this;
    }

    /** The kinds of evidence that are asked for the subject. */
    public Set<String> given() {
        return given;
    }

    /** The measures that are read by name. */
    public Set<String> measures() {
        return measures;
    }

    /** The kinds of evidence that are asked for something else, or about a record. */
    public Set<String> others() {
        return others;
    }

    /** Whether it cannot be told which kinds of evidence are seen. */
    public boolean isOpen() {
        return open;
    }

    /** Whether it asks which components something is given for. */
    public boolean isReverse() {
        return reverse;
    }

    /** Whether it asks what is in service. */
    public boolean isService() {
        return service;
    }

    /** Whether it asks for service on another day than that of the audit: then the day of the snapshot counts. */
    public boolean isOtherDay() {
        return otherDay;
    }

    private void node(CelExpr node) {
        switch (node.exprKind().getKind()) {
            case CONSTANT -> {}
            case IDENT -> open |= node.ident().name().equals(MeasureRoot.NAME);
            case SELECT -> select(node.select());
            case CALL -> call(node.call());
            case LIST -> node.list().elements().forEach(this::node);
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = node.comprehension();
                open |= loop.iterVar().equals(subject) || loop.accuVar().equals(subject);
                List.of(loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                        .forEach(this::node);
            }
            default -> open = true;
        }
    }

    private void select(CelExpr.CelSelect select) {
        if (isName(select.operand(), MeasureRoot.NAME)) {
            measures.add(select.field());
            return;
        }
        open |= references.contains(select.field());
        node(select.operand());
    }

    private static boolean isName(CelExpr node, String name) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(name);
    }

    private void call(CelExpr.CelCall call) {
        reverse |= call.function().equals("componentsOf");
        switch (call.function()) {
            case "evidenceFor" -> evidence(call.args(), isName(call.args().get(0), subject) ? given : others);
            case "evidenceAbout" -> evidence(call.args(), others);
            default -> {}
        }
        service |= call.function().equals("inService");
        otherDay |= call.function().equals("inService") && !isName(call.args().get(1), "asOf");
        call.target().ifPresent(this::node);
        call.args().forEach(this::node);
    }

    private void evidence(List<CelExpr> args, Set<String> into) {
        CelExpr kind = args.get(1);
        boolean named = kind.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && kind.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (named) {
            into.add(kind.constant().stringValue());
        }
        open |= !named;
    }
}
