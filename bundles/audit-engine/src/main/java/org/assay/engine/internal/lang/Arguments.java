package org.assay.engine.internal.lang;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.assay.engine.internal.world.Ownership;
import org.assay.engine.pack.Position;

/** Checks what CEL's types cannot say: which fields the records of a list must have, which words and limits there are. */
final class Arguments {
    private static final Demand TERMS =
            new Demand(0, List.of(Terms.DUE, Terms.DONE), "a list of records with the dates 'due' and 'done'");

    /** By function: the place of the list among the arguments, and the fields that are read as dates. */
    private static final Map<String, Demand> DEMANDS = Map.of(
            DayFunctions.BUSINESS_DAYS,
            new Demand(2, List.of(BusinessDays.COLUMN), "a table with a column 'day' of type date"),
            DayFunctions.NEXT_DUE,
            TERMS,
            DayFunctions.NEXT_KNOWN_DUE,
            TERMS,
            DayFunctions.NEXT_DONE,
            TERMS);

    private final Types types;
    private final CelAbstractSyntaxTree checked;
    private final LongFunction<Position> places;

    Arguments(Types types, CelAbstractSyntaxTree checked, LongFunction<Position> places) {
        this.types = types;
        this.checked = checked;
        this.places = places;
    }

    private record Demand(int argument, List<String> dates, String words) {}

    /** Refuses the first call whose arguments do not serve, and the first name that is not a function's own. */
    void check() {
        List<CelExpr> nodes = Nodes.of(checked.getExpr());
        nodes.forEach(new FunctionWords(places)::check);
        nodes.stream()
                .filter(node -> node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL)
                .forEach(this::check);
    }

    private void check(CelExpr node) {
        String function = node.call().function();
        List<CelExpr> args = node.call().args();
        Demand demand = DEMANDS.get(function);
        if (demand != null) {
            list(function, demand, args.get(demand.argument()));
        } else if (function.equals(OwnershipFunctions.INTEREST)) {
            CelExpr right = args.get(2);
            boolean serves = right.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                    && Ownership.isRight(right.constant().stringValue());
            demand(serves, function + "() asks for 'equity' or 'votes', written out", right);
        } else if (function.equals(OwnershipFunctions.RELATED)) {
            boolean part =
                    !isNumber(args.get(2)) || !isNumber(args.get(3)) || number(args.get(2)) < number(args.get(3));
            demand(part, function + "() takes a part below the whole, such as 1, 10", args.get(2));
        }
    }

    private static boolean isNumber(CelExpr node) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
    }

    private static long number(CelExpr node) {
        return node.constant().int64Value();
    }

    private void demand(boolean met, String message, CelExpr at) {
        if (!met) {
            throw new ExpressionFault("wrong-arguments", message, places.apply(at.id()));
        }
    }

    private void list(String function, Demand demand, CelExpr list) {
        CelType element = checked.getType(list.id())
                .filter(ListType.class::isInstance)
                .map(type -> ((ListType) type).elemType())
                .orElse(Types.DATE);
        boolean table = element.name().startsWith(Types.rowType(""));
        boolean serves = demand.dates().stream().allMatch(field -> isDate(element, field))
                && table == function.equals(DayFunctions.BUSINESS_DAYS);
        demand(serves, function + "() takes " + demand.words(), list);
    }

    private boolean isDate(CelType record, String field) {
        return types.findType(record.name())
                .map(StructType.class::cast)
                .flatMap(type -> type.findField(field))
                .map(found -> found.type().equals(Types.DATE))
                .orElse(false);
    }
}
