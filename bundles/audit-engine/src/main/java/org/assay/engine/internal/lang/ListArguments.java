package org.assay.engine.internal.lang;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.assay.engine.pack.Position;

/** Checks what CEL's types cannot say: which fields the records must have that a function reads from a list. */
final class ListArguments {
    /** By function: the place of the list among the arguments, and the fields that are read as dates. */
    private static final Map<String, Demand> DEMANDS = Map.of(
            DayFunctions.BUSINESS_DAYS,
            new Demand(2, List.of(BusinessDays.COLUMN), "a table with a column 'day' of type date"),
            DayFunctions.NEXT_DUE,
            new Demand(0, List.of(Terms.DUE, Terms.DONE), "a list of records with the dates 'due' and 'done'"));

    private final Types types;
    private final CelAbstractSyntaxTree checked;
    private final LongFunction<Position> places;

    ListArguments(Types types, CelAbstractSyntaxTree checked, LongFunction<Position> places) {
        this.types = types;
        this.checked = checked;
        this.places = places;
    }

    private record Demand(int argument, List<String> dates, String words) {}

    /** Refuses the first call whose list does not serve. */
    void check() {
        CelNavigableAst.fromAst(checked)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(node -> node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL)
                .forEach(this::check);
    }

    private void check(CelExpr node) {
        String function = node.call().function();
        Demand demand = DEMANDS.get(function);
        if (demand == null) {
            return;
        }
        CelExpr list = node.call().args().get(demand.argument());
        CelType element = checked.getType(list.id())
                .filter(ListType.class::isInstance)
                .map(type -> ((ListType) type).elemType())
                .orElse(Types.DATE);
        boolean serves = demand.dates().stream().allMatch(field -> isDate(element, field))
                && (!function.equals(DayFunctions.BUSINESS_DAYS)
                        || element.name().startsWith(Types.rowType("")));
        if (!serves) {
            throw new ExpressionFault(
                    "wrong-arguments", function + "() takes " + demand.words(), places.apply(list.id()));
        }
    }

    private boolean isDate(CelType record, String field) {
        return types.findType(record.name())
                .map(StructType.class::cast)
                .flatMap(type -> type.findField(field))
                .map(found -> found.type().equals(Types.DATE))
                .orElse(false);
    }
}
