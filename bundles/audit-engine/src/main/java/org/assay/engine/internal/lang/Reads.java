package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.internal.measure.MeasureRoot;

/**
 * What an expression reads besides the facts, told from its text. A function that is not named here may read anything: one
 * that is added later costs time where answers are kept, and never a wrong one.
 */
public final class Reads {
    private static final Set<String> NOTHING = Set.of(
            "_&&_",
            "_||_",
            "!_",
            "_?_:_",
            "_==_",
            "_!=_",
            "_<_",
            "_<=_",
            "_>_",
            "_>=_",
            "_+_",
            "_-_",
            "_*_",
            "-_",
            "@in",
            "@not_strictly_false",
            "size",
            "startsWith",
            "endsWith",
            "contains",
            "date",
            "addDays",
            "addMonths",
            "addBusinessDays",
            "@nextAnnual",
            "@lastAnnual",
            "days",
            "months",
            "year",
            "latest",
            "earliest",
            "@known",
            "@sure",
            "suppliersOf",
            "suppliersIn",
            "contractsFor",
            "inGroup",
            "controls",
            "interest",
            "related",
            "ultimate",
            "over",
            "reaches",
            "swapsTo",
            "on",
            "minus");
    private static final Set<String> EVIDENCE = Set.of("evidenceFor", "evidenceAbout", "componentsOf");
    private static final String IN_SERVICE = "inService";
    private static final String OPTIONS = "options";
    private static final String REFERENCE = "reference";

    private final SortedSet<String> names = new TreeSet<>();
    private final SortedSet<String> options = new TreeSet<>();
    private final SortedSet<String> tables = new TreeSet<>();
    private final SortedSet<String> fields = new TreeSet<>();
    private final List<String> bound = new ArrayList<>();
    private boolean evidence;
    private boolean recorded;
    private boolean anything;

    private Reads() {}

    static Reads of(CelExpr expression) {
        Reads reads = new Reads();
        reads.add(expression);
        return reads;
    }

    /** The names that it uses and does not bind itself. */
    public SortedSet<String> names() {
        return names;
    }

    /** The options that it names. */
    public SortedSet<String> options() {
        return options;
    }

    /** The reference tables that it names. */
    public SortedSet<String> tables() {
        return tables;
    }

    /** The fields that it takes of whatever has fields. */
    public SortedSet<String> fields() {
        return fields;
    }

    /** Whether it depends on which evidence can be seen. */
    public boolean evidence() {
        return evidence;
    }

    /** Whether it depends on the day for which statuses speak. */
    public boolean recorded() {
        return recorded;
    }

    /** Whether it may depend on anything of an audit. */
    public boolean anything() {
        return anything || names.contains(MeasureRoot.NAME);
    }

    /** Whether it names the day of the audit. */
    public boolean day() {
        return names.contains("asOf");
    }

    private void add(CelExpr node) {
        switch (node.exprKind().getKind()) {
            case IDENT -> name(node.ident().name());
            case SELECT -> select(node.select());
            case CALL -> call(node.call());
            case LIST -> node.list().elements().forEach(this::add);
            case COMPREHENSION -> loop(node.comprehension());
            case CONSTANT -> {}
            default -> anything = true;
        }
    }

    private void name(String name) {
        if (!bound.contains(name)) {
            names.add(name);
            // A whole of options or tables that is not taken apart at once
            anything |= name.equals(OPTIONS) || name.equals(REFERENCE);
        }
    }

    private void select(CelExpr.CelSelect select) {
        fields.add(select.field());
        CelExpr operand = select.operand();
        boolean named = operand.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && !bound.contains(operand.ident().name());
        String name = named ? operand.ident().name() : "";
        switch (name) {
            case OPTIONS -> options.add(select.field());
            case REFERENCE -> tables.add(select.field());
            default -> add(operand);
        }
    }

    private void call(CelExpr.CelCall call) {
        String function = call.function();
        evidence |= EVIDENCE.contains(function);
        recorded |= function.equals(IN_SERVICE);
        anything |= !NOTHING.contains(function) && !EVIDENCE.contains(function) && !function.equals(IN_SERVICE);
        call.target().ifPresent(this::add);
        call.args().forEach(this::add);
    }

    private void loop(CelExpr.CelComprehension loop) {
        add(loop.iterRange());
        add(loop.accuInit());
        bound.add(loop.accuVar());
        bound.add(loop.iterVar());
        add(loop.loopCondition());
        add(loop.loopStep());
        bound.remove(bound.size() - 1);
        add(loop.result());
        bound.remove(bound.size() - 1);
    }
}
