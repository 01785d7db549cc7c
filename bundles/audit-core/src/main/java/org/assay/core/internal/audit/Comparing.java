package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.core.Comparison;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.util.Cursors;
import org.assay.engine.matrix.Alignment;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;

/** The regimes of one audit side by side. */
final class Comparing {
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final Judged audit;
    private final Filters filters;
    private final Findings texts;
    private final Alignment.Source alignments;

    Comparing(Judged audit, VerdictFilter wanted, Findings texts, Alignment.Source alignments) {
        this.alignments = alignments;
        this.audit = audit;
        this.texts = texts;
        Set<String> kinds = wanted.kinds().isEmpty() ? Set.of("component") : wanted.kinds();
        this.filters = new Filters(
                new VerdictFilter(
                        wanted.regimes(),
                        wanted.requirements(),
                        kinds,
                        wanted.subjects(),
                        wanted.outcomes(),
                        wanted.severities(),
                        wanted.historic()),
                false);
    }

    /** A regime with the gravest outcome of each subject. */
    private record Column(Judged.Part part, Comparison.Column view) {}

    Comparison compare(PageRequest request) {
        SideBySide sides = new SideBySide(audit.matrices(), filters, alignments);
        List<Column> columns = columns(sides);
        List<SideBySide.Alike> classes = sides.sorted(columns.stream()
                .mapToInt(column -> audit.parts().indexOf(column.part()))
                .toArray());
        long total = classes.stream().mapToLong(alike -> alike.places().size()).sum();
        Cursors cursors = Cursors.of("comparison", audit.row().id(), filters.key());
        Long position = cursors.readNumber(request.cursor());
        long from = Math.min(position == null ? 0 : position, total);
        List<Comparison.Row> rows = subjects(sides, classes, from, request.limit()).stream()
                .map(subject -> row(subject, columns))
                .toList();
        long to = from + rows.size();
        return new Comparison(
                audit.row().id(),
                columns.stream().map(Column::view).toList(),
                new Page<>(rows, to < total ? cursors.write(to) : null, total));
    }

    /** So many subjects after the first ones, which are passed over without being looked at. */
    private static List<Subject> subjects(SideBySide sides, List<SideBySide.Alike> classes, long from, int limit) {
        List<Subject> subjects = new ArrayList<>();
        long before = from;
        for (SideBySide.Alike alike : classes) {
            int size = alike.places().size();
            for (long number = before; number < size && subjects.size() < limit; number++) {
                int place = alike.places().at((int) number);
                subjects.add(
                        new Subject(alike.kind(), sides.subjects(alike.kind()).id(place)));
            }
            before = Math.max(0, before - size);
        }
        return subjects;
    }

    private List<Column> columns(SideBySide sides) {
        List<Column> columns = new ArrayList<>();
        for (int number = 0; number < audit.parts().size(); number++) {
            Judged.Part part = audit.parts().get(number);
            if (filters.regime(part.row().regime())) {
                String version = part.row().packVersion();
                columns.add(new Column(
                        part,
                        new Comparison.Column(
                                part.row().regime(), version, part.matrix().counts(), sides.counts(number))));
            }
        }
        columns.sort(strictestFirst());
        return columns;
    }

    /** The regime with the most of the gravest outcome; where they are equal, of the next one, and so on. */
    private static Comparator<Column> strictestFirst() {
        Comparator<Column> order = Comparator.comparing(column -> 0);
        for (Outcome outcome : OUTCOMES) {
            order = order.thenComparing(
                    column -> column.view().worst().getOrDefault(outcome, 0L), Collections.reverseOrder());
        }
        return order.thenComparing(column -> column.view().regime());
    }

    private Comparison.Row row(Subject subject, List<Column> columns) {
        List<Verdict> cells = new ArrayList<>();
        for (Column column : columns) {
            rulings(column.part().matrix(), subject).stream()
                    .min(Ruling.ORDER)
                    .map(ruling -> texts.verdict(audit, ruling))
                    .ifPresent(cells::add);
        }
        return new Comparison.Row(subject, cells);
    }

    private List<Ruling> rulings(BitmapMatrix matrix, Subject subject) {
        List<Ruling> rulings = new ArrayList<>();
        int index = matrix.subjects(subject.kind()).find(subject.id());
        for (BitmapRow row : matrix.rows().values()) {
            boolean speaks = index >= 0 && row.head().subjectKind().equals(subject.kind());
            if (speaks && filters.row(matrix, row.head())) {
                Ruling ruling = Ruling.of(matrix, row, index);
                if (filters.cell(row.head(), ruling.cell())) {
                    rulings.add(ruling);
                }
            }
        }
        return rulings;
    }
}
