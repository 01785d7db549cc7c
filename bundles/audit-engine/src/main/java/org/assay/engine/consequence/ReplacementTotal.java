package org.assay.engine.consequence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replacements of one regime, or of one supplier under it.
 *
 * @param regime the regime
 * @param supplier the supplier, empty where it is not known; null for all of them
 * @param count how many components
 * @param costs what those cost of which it is known, by currency; of one currency where rates for all were given
 * @param unpriced of how many components the cost is not known: it comes on top
 * @param unrated the currencies that could not be put into the wanted one because no rate was given
 * @param earliest the first day by which all can be through; null where that is not known of one
 * @param notBefore the latest end of those of which it is known; null where it is of none
 * @param due the first day that the regime names; null if none
 * @param late how many cannot be through by their day; null where the end of one that has a day is not known
 */
public record ReplacementTotal(
        String regime,
        @Nullable String supplier,
        int count,
        List<Money> costs,
        int unpriced,
        List<String> unrated,
        @Nullable LocalDate earliest,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate due,
        @Nullable Integer late) {
    public ReplacementTotal {
        costs = List.copyOf(costs);
        unrated = List.copyOf(unrated);
    }
}
