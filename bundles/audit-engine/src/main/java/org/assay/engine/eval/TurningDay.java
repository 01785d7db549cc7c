package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.List;

/**
 * A day on which verdicts may change by themselves.
 *
 * @param day the day
 * @param because what is reached or passed then, for people; empty where nobody looked further
 */
public record TurningDay(LocalDate day, List<String> because) {
    public TurningDay {
        because = List.copyOf(because);
    }
}
