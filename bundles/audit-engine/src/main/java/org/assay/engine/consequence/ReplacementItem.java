package org.assay.engine.consequence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one regime wants replaced of one product of one supplier, with what the user said about cost and time.
 *
 * @param regime the regime
 * @param supplier who sold or else made it; empty where that is not known
 * @param product its name, or else its functions
 * @param untrusted how many are not trusted now
 * @param ahead how many from a day ahead
 * @param statements ids of the statements that were used; none where none holds
 * @param unit what one costs; null where that is not known
 * @param cost what all cost; null where that is not known, never 0
 * @param leadTimeDays null where that is not known
 * @param perMonth null where that is not known
 * @param earliest the first day by which all can be through, by lead time and pace; null where that is not known
 * @param due the first day that the regime names; null if none
 * @param late how many have a day before the earliest end; null where that is not known
 * @param components the components, in id order
 * @param asks what must be known for cost and time
 */
public record ReplacementItem(
        String regime,
        String supplier,
        String product,
        int untrusted,
        int ahead,
        List<String> statements,
        @Nullable Money unit,
        @Nullable Money cost,
        @Nullable Long leadTimeDays,
        @Nullable Long perMonth,
        @Nullable LocalDate earliest,
        @Nullable LocalDate due,
        @Nullable Integer late,
        List<String> components,
        List<Reached.Missing> asks) {
    public ReplacementItem {
        statements = List.copyOf(statements);
        components = List.copyOf(components);
        asks = List.copyOf(asks);
    }

    /** How many components there are. */
    public int count() {
        return components.size();
    }
}
