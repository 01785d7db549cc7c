package org.assay.rest.internal.view;

import java.time.LocalDate;
import org.assay.engine.facts.Days;

/**
 * Days, both ends included.
 *
 * @param from the first day
 * @param to the last day, or {@code never}
 */
public record IntervalJson(String from, String to) {
    static IntervalJson of(LocalDate from, LocalDate to) {
        return new IntervalJson(Days.print(from), Days.print(to));
    }
}
