package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.core.Comparison;
import org.assay.rest.internal.call.Languages;
import org.jspecify.annotations.Nullable;

/** The regimes of an audit side by side, as the API writes them. */
public record ComparisonJson(
        String audit, List<Column> regimes, List<Row> items, @Nullable String nextCursor, long total) {

    /** From what core knows. */
    public static ComparisonJson of(Comparison comparison, Languages languages) {
        return new ComparisonJson(
                comparison.audit(),
                comparison.regimes().stream().map(Column::of).toList(),
                comparison.rows().items().stream()
                        .map(row -> Row.of(row, languages))
                        .toList(),
                comparison.rows().nextCursor(),
                comparison.rows().total());
    }

    /** A regime. */
    public record Column(String regime, String packVersion, Map<Outcome, Long> counts, Map<Outcome, Long> worst) {
        static Column of(Comparison.Column column) {
            return new Column(
                    column.regime(), column.packVersion(), Words.counts(column.counts()), Words.counts(column.worst()));
        }
    }

    /** A subject with the gravest verdict of each regime that has one. */
    public record Row(SubjectJson subject, List<VerdictJson> verdicts) {
        static Row of(Comparison.Row row, Languages languages) {
            return new Row(
                    SubjectJson.of(row.subject()),
                    row.cells().stream()
                            .map(cell -> VerdictJson.of(cell, languages))
                            .toList());
        }
    }
}
