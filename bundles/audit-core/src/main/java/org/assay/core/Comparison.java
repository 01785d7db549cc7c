package org.assay.core;

import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.api.Subject;

/**
 * The same facts under several regimes.
 *
 * @param audit the audit's id
 * @param regimes the columns, strictest first: the one with the most of the gravest outcome
 * @param rows the subjects, gravest first; by default components only
 */
public record Comparison(String audit, List<Column> regimes, Page<Row> rows) {
    public Comparison {
        regimes = List.copyOf(regimes);
    }

    /**
     * A regime.
     *
     * @param regime its id
     * @param packVersion its pack's version
     * @param counts its verdicts on everything, by outcome
     * @param worst its subjects by the gravest outcome that it has for them
     */
    public record Column(String regime, String packVersion, Map<Outcome, Long> counts, Map<Outcome, Long> worst) {
        public Column {
            counts = Map.copyOf(counts);
            worst = Map.copyOf(worst);
        }
    }

    /**
     * A subject.
     *
     * @param subject the subject
     * @param cells the gravest verdict of each regime that has one, in the order of the columns
     */
    public record Row(Subject subject, List<Verdict> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
