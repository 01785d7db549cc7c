package org.assay.rest.internal.view;

import java.util.List;
import org.assay.engine.consequence.ReplacementItem;
import org.jspecify.annotations.Nullable;

/** What one regime wants replaced of one product of one supplier, as the API writes it. */
public record ReplacementJson(
        String regime,
        @Nullable String supplier,
        @Nullable String product,
        int count,
        int untrusted,
        int ahead,
        List<String> statements,
        @Nullable MoneyJson unit,
        @Nullable MoneyJson cost,
        @Nullable Long leadTimeDays,
        @Nullable Long perMonth,
        @Nullable String earliest,
        @Nullable String due,
        @Nullable Integer late,
        List<String> components,
        List<MissingJson> missing) {

    /** From what core knows, with the first components of many. */
    public static ReplacementJson of(ReplacementItem item, int most) {
        return new ReplacementJson(
                item.regime(),
                Words.orNone(item.supplier()),
                Words.orNone(item.product()),
                item.count(),
                item.untrusted(),
                item.ahead(),
                item.statements(),
                MoneyJson.orNone(item.unit()),
                MoneyJson.orNone(item.cost()),
                item.leadTimeDays(),
                item.perMonth(),
                Words.day(item.earliest()),
                Words.day(item.due()),
                item.late(),
                item.components().subList(0, Math.min(most, item.count())),
                MissingJson.of(item.asks()));
    }
}
