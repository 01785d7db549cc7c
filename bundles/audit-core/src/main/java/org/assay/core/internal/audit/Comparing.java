package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.core.Comparison;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.util.Cursors;
import org.assay.engine.eval.VerdictMatrix;

/** The regimes of one audit side by side. */
final class Comparing {
    private static final byte NOTHING = Byte.MAX_VALUE;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final Judged audit;
    private final Filters filters;
    private final Findings texts;

    Comparing(Judged audit, VerdictFilter wanted, Findings texts) {
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

    /** A subject with its gravest outcome under each regime, by the number of its part. */
    private record Line(Subject subject, byte[] worst) {}

    Comparison compare(PageRequest request) {
        SortedMap<Subject, byte[]> worst = worst();
        List<Column> columns = columns(worst);
        List<Line> lines = lines(worst, columns);
        Cursors cursors = Cursors.of("comparison", audit.row().id(), filters.key());
        Long position = cursors.readNumber(request.cursor());
        int from = (int) Math.min(position == null ? 0 : position, lines.size());
        int to = Math.min(from + request.limit(), lines.size());
        List<Comparison.Row> rows = lines.subList(from, to).stream()
                .map(line -> row(line.subject(), columns))
                .toList();
        String next = to < lines.size() ? cursors.write(to) : null;
        return new Comparison(
                audit.row().id(), columns.stream().map(Column::view).toList(), new Page<>(rows, next, lines.size()));
    }

    private SortedMap<Subject, byte[]> worst() {
        SortedMap<Subject, byte[]> worst = new TreeMap<>();
        for (int number = 0; number < audit.parts().size(); number++) {
            VerdictMatrix matrix = audit.parts().get(number).matrix();
            Map<String, byte[]> gravest = gravestByKind(matrix);
            for (Map.Entry<String, byte[]> kind : gravest.entrySet()) {
                add(worst, number, kind.getKey(), matrix.subjects().get(kind.getKey()), kind.getValue());
            }
        }
        return worst;
    }

    /** The gravest outcome of each subject, by its number; a subject is only looked up once all its rows are read. */
    private Map<String, byte[]> gravestByKind(VerdictMatrix matrix) {
        Map<String, byte[]> gravest = new TreeMap<>();
        for (VerdictMatrix.Row row : matrix.rows().values()) {
            if (filters.row(matrix, row)) {
                List<String> subjects = matrix.subjectsOf(row);
                byte[] outcomes = gravest.computeIfAbsent(row.subjectKind(), any -> nothing(subjects.size()));
                for (int i = 0; i < outcomes.length; i++) {
                    if (filters.ruling(row, i, subjects.get(i))) {
                        outcomes[i] =
                                (byte) Math.min(outcomes[i], row.outcome(i).ordinal());
                    }
                }
            }
        }
        return gravest;
    }

    private static byte[] nothing(int length) {
        byte[] outcomes = new byte[length];
        Arrays.fill(outcomes, NOTHING);
        return outcomes;
    }

    private void add(Map<Subject, byte[]> worst, int number, String kind, List<String> subjects, byte[] outcomes) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] != NOTHING) {
                Subject subject = new Subject(kind, subjects.get(i));
                worst.computeIfAbsent(subject, any -> nothing(audit.parts().size()))[number] = outcomes[i];
            }
        }
    }

    private List<Column> columns(Map<Subject, byte[]> worst) {
        List<Column> columns = new ArrayList<>();
        for (int number = 0; number < audit.parts().size(); number++) {
            Judged.Part part = audit.parts().get(number);
            if (filters.filter().regimes().isEmpty()
                    || filters.filter().regimes().contains(part.row().regime())) {
                columns.add(column(part, number, worst));
            }
        }
        columns.sort(strictestFirst());
        return columns;
    }

    private static Column column(Judged.Part part, int number, Map<Subject, byte[]> worst) {
        Map<Outcome, Long> gravest = new EnumMap<>(Outcome.class);
        for (byte[] line : worst.values()) {
            if (line[number] != NOTHING) {
                gravest.merge(OUTCOMES[line[number]], 1L, Long::sum);
            }
        }
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        part.matrix().counts().forEach((outcome, count) -> counts.put(outcome, count.longValue()));
        return new Column(
                part, new Comparison.Column(part.row().regime(), part.row().packVersion(), counts, gravest));
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

    private List<Line> lines(SortedMap<Subject, byte[]> worst, List<Column> columns) {
        int[] order = columns.stream()
                .mapToInt(column -> audit.parts().indexOf(column.part()))
                .toArray();
        Comparator<Line> gravestFirst = Comparator.comparing(line -> gravest(line.worst()));
        return worst.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .sorted(gravestFirst
                        .thenComparing(Line::worst, (one, other) -> compare(one, other, order))
                        .thenComparing(Line::subject))
                .toList();
    }

    private static byte gravest(byte[] outcomes) {
        byte gravest = NOTHING;
        for (byte outcome : outcomes) {
            gravest = (byte) Math.min(gravest, outcome);
        }
        return gravest;
    }

    private static int compare(byte[] one, byte[] other, int[] order) {
        for (int number : order) {
            int result = Byte.compare(one[number], other[number]);
            if (result != 0) {
                return result;
            }
        }
        return 0;
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

    private List<Ruling> rulings(VerdictMatrix matrix, Subject subject) {
        List<Ruling> rulings = new ArrayList<>();
        int index = Collections.binarySearch(matrix.subjects().getOrDefault(subject.kind(), List.of()), subject.id());
        for (VerdictMatrix.Row row : matrix.rows().values()) {
            if (index >= 0
                    && row.subjectKind().equals(subject.kind())
                    && filters.row(matrix, row)
                    && filters.ruling(row, index, subject.id())) {
                rulings.add(new Ruling(matrix, row, index));
            }
        }
        return rulings;
    }
}
