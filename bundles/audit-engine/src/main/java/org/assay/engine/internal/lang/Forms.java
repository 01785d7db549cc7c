package org.assay.engine.internal.lang;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What looks like a call but must be written out before it is checked; made for one such call. */
final class Forms {
    static final Set<String> NAMES = Set.of("known", "atLeast", "lastAnnual", "nextAnnual");

    private static final int MAX_CONDITIONS = 8;

    private final Expander expander;
    private final CelExpr node;
    private final Expander.Scope scope;

    Forms(Expander expander, CelExpr node, Expander.Scope scope) {
        this.expander = expander;
        this.node = node;
        this.scope = scope;
    }

    CelExpr write() {
        List<CelExpr> args = node.call().args();
        return switch (node.call().function()) {
            case "known" -> known(args);
            case "atLeast" -> atLeast(args);
            default -> ofAudit(args);
        };
    }

    /** A function that also reads the day of the audit. */
    private CelExpr ofAudit(List<CelExpr> args) {
        String name = node.call().function();
        if (args.size() != 2) {
            throw refuse("wrong-arguments", name + "() takes a month and a day of it, such as " + name + "(3, 31)");
        }
        CelExpr asOf = CelExpr.ofIdent(id(), "asOf");
        ImmutableList<CelExpr> all = ImmutableList.<CelExpr>builder()
                .addAll(expander.all(args, scope))
                .add(asOf)
                .build();
        return CelExpr.ofCall(id(), Optional.empty(), Functions.WRITTEN + name, all);
    }

    /** Whether a fact is there must not itself be unknown, so the field is named instead of read. */
    private CelExpr known(List<CelExpr> args) {
        boolean field = args.size() == 1 && args.get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT;
        if (!field) {
            throw refuse("wrong-arguments", "known() takes one fact, such as known(component.firstUse)");
        }
        // The fact is read as well, in a branch never taken, so that a misspelt field is refused
        CelExpr read = expander.expand(args.get(0), scope);
        CelExpr record = read;
        String path = "";
        while (record.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            path = record.select().field() + (path.isEmpty() ? "" : "." + path);
            record = record.select().operand();
        }
        CelExpr text = CelExpr.ofConstant(id(), CelConstant.ofValue(path));
        CelExpr known = call(Functions.KNOWN, copy(record), text);
        CelExpr skipped = call("_&&_", truth(false), call(Functions.EQUALS, read, copy(read)));
        return call("_||_", skipped, known);
    }

    /** At least n of some conditions: an "or" over all ways to choose n, which three-valued logic reads rightly. */
    private CelExpr atLeast(List<CelExpr> args) {
        boolean wellFormed = args.size() == 2
                && args.get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && args.get(0).constant().getKind() == CelConstant.Kind.INT64_VALUE
                && listOf(args.get(1)).isPresent();
        if (!wellFormed) {
            throw refuse("wrong-arguments", "atLeast() takes a number and a list of conditions in brackets");
        }
        List<CelExpr> conditions = listOf(args.get(1)).orElseThrow();
        long least = args.get(0).constant().int64Value();
        if (conditions.size() > MAX_CONDITIONS) {
            throw refuse("limit", "atLeast() takes at most " + MAX_CONDITIONS + " conditions");
        }
        CelExpr any = truth(least <= 0);
        for (int chosen = 1; chosen < 1 << conditions.size(); chosen++) {
            if (Integer.bitCount(chosen) == least) {
                any = call("_||_", any, together(chosen, conditions));
            }
        }
        return any;
    }

    /** The elements of a list that is written out, or that a define writes out. */
    private Optional<List<CelExpr>> listOf(CelExpr argument) {
        CelExpr expanded = expander.expand(argument, scope);
        boolean list = expanded.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST;
        return list ? Optional.of(expanded.list().elements()) : Optional.empty();
    }

    private CelExpr together(int chosen, List<CelExpr> conditions) {
        CelExpr all = truth(true);
        for (int i = 0; i < conditions.size(); i++) {
            if ((chosen & 1 << i) != 0) {
                all = call("_&&_", all, copy(conditions.get(i)));
            }
        }
        return all;
    }

    private CelExpr call(String function, CelExpr first, CelExpr second) {
        return CelExpr.ofCall(id(), Optional.empty(), function, ImmutableList.of(first, second));
    }

    private CelExpr truth(boolean value) {
        return CelExpr.ofConstant(id(), CelConstant.ofValue(value));
    }

    private CelExpr copy(CelExpr expanded) {
        return expander.copy(expanded, scope);
    }

    private long id() {
        return expander.id(node, scope);
    }

    private ExpressionFault refuse(String code, String message) {
        return expander.refuse(code, message, node, scope);
    }
}
