package org.assay.engine.internal.lang;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.RulePack.Define;

/**
 * Writes out what CEL has no word for: calls of defines, {@link Forms}, and look-ups in tables of which rows are unsure. Works on parsed, not yet checked expressions; made for one of them.
 */
final class Expander {
    private static final Set<String> LACKING = Set.of(Types.REFERENCE, MeasureRoot.NAME);
    private static final int MAX_NODES = 20_000;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NESTING = 250;

    private final Map<String, Define> defines;
    private final Function<Expr, Parsed> parser;
    private final Origin origin;
    private final Set<String> used = new HashSet<>();
    private int renamed;

    Expander(Map<String, Define> defines, Function<Expr, Parsed> parser, Origin origin) {
        this.defines = defines;
        this.parser = parser;
        this.origin = origin;
    }

    /**
     * A parsed expression with the offsets of its nodes.
     *
     * @param written as it stands in the file
     * @param root its root
     * @param offsets the offsets of its nodes by id
     */
    record Parsed(Expr written, CelExpr root, Map<Long, Integer> offsets) {}

    /** Names of the body that stand for something else: parameters, renamed variables. */
    record Scope(Parsed in, Map<String, CelExpr> names, int depth) {
        int offset(CelExpr node) {
            return in.offsets().getOrDefault(node.id(), 0);
        }
    }

    /** The expression written out, with new node numbers. */
    CelExpr expand(Parsed parsed) {
        return expand(parsed.root(), new Scope(parsed, Map.of(), 0));
    }

    /** The defines that were called. */
    Set<String> used() {
        return used;
    }

    CelExpr expand(CelExpr node, Scope scope) {
        if (origin.count() > MAX_NODES) {
            throw refuse("limit", "the expression is too large once its defines are written out", node, scope);
        }
        if (origin.enter() > MAX_NESTING) {
            throw refuse("too-deep", "the expression nests too deep once its defines are written out", node, scope);
        }
        try {
            return expandKind(node, scope);
        } finally {
            origin.leave();
        }
    }

    private CelExpr expandKind(CelExpr node, Scope scope) {
        return switch (node.exprKind().getKind()) {
            case IDENT -> ident(node, scope);
            case SELECT ->
                CelExpr.ofSelect(
                        id(node, scope),
                        expand(node.select().operand(), scope),
                        node.select().field(),
                        node.select().testOnly());
            case CALL -> call(node, scope);
            case LIST -> CelExpr.ofList(id(node, scope), all(node.list().elements(), scope), ImmutableList.of());
            case COMPREHENSION -> comprehension(node, scope);
            case CONSTANT -> constant(node, scope);
            default ->
                throw refuse("no-such-expression", "maps and messages are not part of the language", node, scope);
        };
    }

    private CelExpr constant(CelExpr node, Scope scope) {
        CelConstant.Kind kind = node.constant().getKind();
        boolean allowed = kind == CelConstant.Kind.BOOLEAN_VALUE
                || kind == CelConstant.Kind.INT64_VALUE
                || kind == CelConstant.Kind.STRING_VALUE;
        if (!allowed) {
            throw refuse(
                    "no-such-literal",
                    "a literal is a text, a whole number, true or false; shares are written x.over(7, 20)",
                    node,
                    scope);
        }
        return CelExpr.ofConstant(id(node, scope), node.constant());
    }

    private CelExpr ident(CelExpr node, Scope scope) {
        CelExpr stands = scope.names().get(node.ident().name());
        return stands == null ? CelExpr.ofIdent(id(node, scope), node.ident().name()) : copy(stands, scope);
    }

    private CelExpr call(CelExpr node, Scope scope) {
        String name = node.call().function();
        List<CelExpr> args = node.call().args();
        boolean global = node.call().target().isEmpty();
        Define define = global ? defines.get(name) : null;
        if (define != null) {
            return define(node, define, scope);
        }
        if (global && Forms.NAMES.contains(name)) {
            return new Forms(this, node, scope).write();
        }
        Optional<CelExpr> target = node.call().target().map(t -> expand(t, scope));
        return CelExpr.ofCall(id(node, scope), target, name, all(args, scope));
    }

    private CelExpr define(CelExpr node, Define define, Scope scope) {
        List<CelExpr> args = node.call().args();
        if (args.size() != define.parameters().size()) {
            String wanted = define.name() + " takes " + define.parameters().size() + " argument(s), not " + args.size();
            throw refuse("wrong-arguments", wanted, node, scope);
        }
        if (scope.depth() >= MAX_DEPTH) {
            throw refuse("recursive-define", define.name() + " calls itself, or calls nest too deep", node, scope);
        }
        used.add(define.name());
        Map<String, CelExpr> names = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            names.put(define.parameters().get(i).name(), expand(args.get(i), scope));
        }
        Parsed body = parser.apply(define.body());
        return expand(body.root(), new Scope(body, names, scope.depth() + 1));
    }

    private CelExpr comprehension(CelExpr node, Scope scope) {
        CelExpr.CelComprehension loop = node.comprehension();
        CelExpr range = expand(loop.iterRange(), scope);
        // Within a define a variable gets a name of its own, so that no argument is caught by it
        String variable = scope.depth() == 0 ? loop.iterVar() : loop.iterVar() + "_" + ++renamed;
        Map<String, CelExpr> names = new HashMap<>(scope.names());
        names.put(loop.iterVar(), CelExpr.ofIdent(0, variable));
        Scope inner = new Scope(scope.in(), names, scope.depth());
        CelExpr step = expand(loop.loopStep(), inner);
        if (mayLack(range)) {
            step = sure(step, variable, node, scope);
        }
        return CelExpr.ofComprehension(
                id(node, scope),
                variable,
                range,
                loop.accuVar(),
                expand(loop.accuInit(), scope),
                expand(loop.loopCondition(), inner),
                step,
                expand(loop.result(), scope));
    }

    /** Of a reference table, and of the groups of a measure, some may be there of which nobody knows. */
    private static boolean mayLack(CelExpr range) {
        CelExpr of = range;
        if (of.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && of.call().function().equals("on")) {
            of = of.call().target().orElse(of);
        }
        return of.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                && of.select().operand().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && LACKING.contains(of.select().operand().ident().name());
    }

    /** A row or group that is unsure makes a match unknown: {@code exists} becomes "matches and is sure", {@code all} the mirror. */
    private CelExpr sure(CelExpr step, String row, CelExpr node, Scope scope) {
        boolean logical = step.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL;
        String operator = logical ? step.call().function() : "";
        CelExpr sure = CelExpr.ofCall(
                id(node, scope),
                Optional.empty(),
                Functions.SURE,
                ImmutableList.of(CelExpr.ofIdent(id(node, scope), row)));
        if (operator.equals("_||_")) {
            return join(
                    operator,
                    step.call().args().get(0),
                    join("_&&_", step.call().args().get(1), sure, node, scope),
                    node,
                    scope);
        }
        if (operator.equals("_&&_")) {
            CelExpr doubt = CelExpr.ofCall(id(node, scope), Optional.empty(), "!_", ImmutableList.of(sure));
            return join(
                    operator,
                    step.call().args().get(0),
                    join("_||_", step.call().args().get(1), doubt, node, scope),
                    node,
                    scope);
        }
        throw refuse(
                "no-such-expression", "a table, or the groups of a measure, are asked with exists or all", node, scope);
    }

    private CelExpr join(String operator, CelExpr first, CelExpr second, CelExpr node, Scope scope) {
        return CelExpr.ofCall(id(node, scope), Optional.empty(), operator, ImmutableList.of(first, second));
    }

    ImmutableList<CelExpr> all(List<CelExpr> nodes, Scope scope) {
        List<CelExpr> expanded = new ArrayList<>();
        nodes.forEach(node -> expanded.add(expand(node, scope)));
        return ImmutableList.copyOf(expanded);
    }

    /** A second use of an expression needs nodes of its own. */
    CelExpr copy(CelExpr expanded, Scope scope) {
        return new Expander(Map.of(), parser, origin)
                .expand(expanded, new Scope(new Parsed(scope.in().written(), expanded, Map.of()), Map.of(), 0));
    }

    long id(CelExpr node, Scope scope) {
        return origin.next(scope.in().written(), scope.offset(node));
    }

    ExpressionFault refuse(String code, String message, CelExpr node, Scope scope) {
        return new ExpressionFault(code, message, Origin.within(scope.in().written(), scope.offset(node)));
    }
}
