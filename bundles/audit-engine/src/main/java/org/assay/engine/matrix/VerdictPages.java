package org.assay.engine.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assay.api.Outcome;
import org.assay.api.Severity;

/**
 * The wanted verdicts of one or several regimes in one order: gravest outcome first, then severity, regime, requirement and
 * subject. A page costs what it shows, wherever it begins, and the total costs no look at a verdict; sets are read only of
 * what is shown. For one thread.
 */
public final class VerdictPages {
    private static final int BITS = 32;

    private final List<Group> groups;
    private final Map<SubjectIds, SubjectSet> named = new HashMap<>();

    /**
     * One verdict where it stands.
     *
     * @param matrix all verdicts under the regime
     * @param row those of the requirement
     * @param subject the subject's number
     * @param cell what was decided
     */
    public record Found(BitmapMatrix matrix, BitmapRow row, int subject, int cell) {}

    /**
     * Some verdicts.
     *
     * @param found the verdicts
     * @param next where to go on; below 0 at the end
     */
    public record Slice(List<Found> found, long next) {
        public Slice {
            found = List.copyOf(found);
        }
    }

    /** The verdicts of a requirement with one outcome and one severity: they stand together. */
    private record Group(
            BitmapMatrix matrix,
            BitmapRow row,
            CellFilter filter,
            Outcome outcome,
            Severity severity,
            List<Integer> cells,
            long count) {
        static final Comparator<Group> ORDER = Comparator.comparing(Group::outcome)
                .thenComparing(Group::severity)
                .thenComparing(group -> group.matrix().regime())
                .thenComparing(group -> group.row().head().requirement());

        Group and(Group other) {
            List<Integer> both = new ArrayList<>(cells);
            both.addAll(other.cells);
            return new Group(matrix, row, filter, outcome, severity, both, count + other.count);
        }
    }

    /**
     * Prepares pages.
     *
     * @param filters by regime, which of its verdicts are wanted
     */
    public VerdictPages(List<BitmapMatrix> matrices, Function<String, CellFilter> filters) {
        List<Group> found = new ArrayList<>();
        for (BitmapMatrix matrix : matrices) {
            CellFilter filter = filters.apply(matrix.regime());
            matrix.rows().values().stream()
                    .filter(row -> filter.row(row.head()))
                    .forEach(row -> found.addAll(groups(matrix, row, filter)));
        }
        found.sort(Group.ORDER);
        this.groups = List.copyOf(found);
    }

    private static List<Group> groups(BitmapMatrix matrix, BitmapRow row, CellFilter filter) {
        Map<Outcome, Map<Severity, Group>> groups = new TreeMap<>();
        RowHead head = row.head();
        for (BitmapRow.Count some : row.counts()) {
            if (filter.cell(head, some.cell())) {
                Outcome outcome = head.outcome(some.cell());
                Severity severity = head.severity(some.cell());
                Group one = new Group(matrix, row, filter, outcome, severity, List.of(some.cell()), some.count());
                groups.computeIfAbsent(outcome, any -> new TreeMap<>()).merge(severity, one, Group::and);
            }
        }
        return groups.values().stream().flatMap(some -> some.values().stream()).toList();
    }

    /** How many verdicts there are on all pages. */
    public long total() {
        return groups.stream()
                .mapToLong(group -> group.filter().subjects().isEmpty()
                        ? group.count()
                        : subjects(group).size())
                .sum();
    }

    private SubjectSet subjects(Group group) {
        if (group.filter().subjects().isEmpty()) {
            return group.row().set(group.cells()::contains);
        }
        SubjectIds ids = group.matrix().subjectsOf(group.row());
        SubjectSet wanted =
                named.computeIfAbsent(ids, some -> some.find(group.filter().subjects()));
        return wanted.and(group.row().set(group.cells()::contains));
    }

    /**
     * Some verdicts.
     *
     * @param position where to begin: 0, or what the slice before gave
     * @param limit how many at most
     */
    public Slice slice(long position, int limit) {
        List<Found> found = new ArrayList<>();
        int first = (int) Math.min(position >>> BITS, groups.size());
        for (int number = first; number < groups.size(); number++) {
            PrimitiveIterator.OfInt subjects =
                    subjects(groups.get(number)).from(number == first ? Math.max(0, (int) position) : 0);
            while (subjects.hasNext()) {
                int subject = subjects.nextInt();
                if (found.size() == limit) {
                    return new Slice(found, (long) number << BITS | subject);
                }
                found.add(found(groups.get(number), subject));
            }
        }
        return new Slice(found, -1);
    }

    private static Found found(Group group, int subject) {
        int cell =
                group.cells().size() == 1 ? group.cells().get(0) : group.row().cell(subject);
        return new Found(group.matrix(), group.row(), subject, cell);
    }

    /** Visits all verdicts, one after the other. */
    public void forEach(Consumer<Found> sink) {
        for (Group group : groups) {
            subjects(group).from(0).forEachRemaining((int subject) -> sink.accept(found(group, subject)));
        }
    }
}
