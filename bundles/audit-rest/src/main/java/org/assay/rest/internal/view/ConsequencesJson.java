package org.assay.rest.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.core.ConsequenceView;
import org.assay.engine.consequence.ReplacementTotal;
import org.jspecify.annotations.Nullable;

/** What follows from an audit, in numbers, as the API writes it. */
public record ConsequencesJson(String audit, List<OfRegime> regimes) {

    /** From what core knows. */
    public static ConsequencesJson of(String audit, List<ConsequenceView> views) {
        return new ConsequencesJson(audit, views.stream().map(OfRegime::of).toList());
    }

    /** Under one regime. */
    public record OfRegime(
            String regime,
            List<String> requirements,
            boolean marked,
            Map<String, Integer> components,
            Map<String, Map<String, Integer>> reach,
            List<MissingJson> notDelivered,
            int caps,
            List<Total> replacements,
            List<String> notes) {
        static OfRegime of(ConsequenceView view) {
            Map<String, Map<String, Integer>> reach = new TreeMap<>();
            view.reach().forEach((kind, counts) -> reach.put(kind, words(counts)));
            return new OfRegime(
                    view.regime(),
                    view.requirements(),
                    view.marked(),
                    words(view.components()),
                    reach,
                    MissingJson.of(view.notDelivered()),
                    view.caps(),
                    view.totals().stream().map(Total::of).toList(),
                    view.notes());
        }

        private static <E extends Enum<E>> Map<String, Integer> words(Map<E, Integer> counts) {
            Map<String, Integer> words = new LinkedHashMap<>();
            counts.forEach((word, count) -> words.put(Words.of(word), count));
            return words;
        }
    }

    /** What the replacements of one supplier, or of all, cost and take. */
    public record Total(
            @Nullable String supplier,
            boolean all,
            int count,
            List<MoneyJson> costs,
            int unpriced,
            List<String> unrated,
            @Nullable String earliest,
            @Nullable String notBefore,
            @Nullable String due,
            @Nullable Integer late) {
        static Total of(ReplacementTotal total) {
            String supplier = total.supplier();
            return new Total(
                    supplier == null ? null : Words.orNone(supplier),
                    supplier == null,
                    total.count(),
                    total.costs().stream().map(MoneyJson::of).toList(),
                    total.unpriced(),
                    total.unrated(),
                    Words.day(total.earliest()),
                    Words.day(total.notBefore()),
                    Words.day(total.due()),
                    total.late());
        }
    }
}
