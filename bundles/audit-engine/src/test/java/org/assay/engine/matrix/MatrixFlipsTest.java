package org.assay.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.eval.VerdictMatrix;
import org.jspecify.annotations.Nullable;

class MatrixFlipsTest {

    /** Which verdicts are wanted, by chance. */
    private record Wanted(Set<Outcome> outcomes, Set<Severity> severities, boolean historic, Set<String> subjects)
            implements CellFilter {
        static Wanted of(Random random, List<String> ids) {
            Set<String> subjects = new TreeSet<>();
            for (int left = random.nextInt(4); left > 0 && !ids.isEmpty(); left--) {
                subjects.add(random.nextInt(5) == 0 ? "nobody" : ids.get(random.nextInt(ids.size())));
            }
            return new Wanted(
                    random.nextBoolean() ? Set.of() : Set.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN),
                    random.nextBoolean() ? Set.of() : Set.of(Severity.HIGH, Severity.LOW),
                    random.nextBoolean(),
                    random.nextBoolean() ? Set.of() : subjects);
        }

        @Override
        public boolean row(RowHead head) {
            return historic || !head.historic();
        }

        @Override
        public boolean cell(RowHead head, int cell) {
            return (outcomes.isEmpty() || outcomes.contains(head.outcome(cell)))
                    && (severities.isEmpty() || severities.contains(head.severity(cell)));
        }

        boolean wants(VerdictMatrix.Row row, int subject, String id) {
            return (subjects.isEmpty() || subjects.contains(id)) && cell(row.head(), row.cell(subject));
        }
    }

    /** One verdict. */
    private record One(Outcome outcome, String code, boolean wanted) {}

    @Property(tries = 400)
    void flipsAreThoseOfEachSubjectOnItsOwn(@ForAll long seed) {
        Random random = new Random(seed);
        SortedMap<String, List<String>> subjects = RandomMatrices.subjects(random);
        VerdictMatrix before = RandomMatrices.of(random, subjects);
        VerdictMatrix after =
                RandomMatrices.of(random, random.nextBoolean() ? subjects : RandomMatrices.like(random, subjects));
        Wanted wanted = Wanted.of(random, subjects.get("component"));
        MatrixFlips flips = MatrixFlips.between(before.compact(), after.compact(), wanted, Alignment::of);
        List<String> naive = naive(before, after, wanted);
        assertThat(lines(flips)).isEqualTo(naive);
        assertThat(flips.size()).isEqualTo(naive.size());
        Map<String, Long> counts = new TreeMap<>();
        naive.forEach(line -> counts.merge(line.substring(line.lastIndexOf(' ') + 1), 1L, Long::sum));
        Map<String, Long> given = new TreeMap<>();
        flips.counts().forEach((sort, count) -> given.put(sort.from() + ">" + sort.to(), count));
        assertThat(given).isEqualTo(counts);
    }

    @Property(tries = 100)
    void aPageOfChangesIsAPartOfAll(@ForAll long seed) {
        Random random = new Random(seed);
        SortedMap<String, List<String>> subjects = RandomMatrices.subjects(random);
        MatrixFlips flips = MatrixFlips.between(
                RandomMatrices.of(random, subjects).compact(),
                RandomMatrices.of(random, RandomMatrices.like(random, subjects)).compact());
        for (RowFlips row : flips.rows()) {
            List<RowFlips.Change> all = new ArrayList<>();
            row.changes(row.changed(), 0).forEachRemaining(all::add);
            int first = random.nextInt(row.changed().size() + 1);
            List<RowFlips.Change> rest = new ArrayList<>();
            row.changes(row.changed(), first).forEachRemaining(rest::add);
            assertThat(rest).isEqualTo(all.subList(first, all.size()));
            SubjectSet flipped = SubjectSet.union(
                    row.flips().stream().map(RowFlips.Flip::places).toList());
            assertThat(flipped).isEqualTo(row.changed());
            assertThat(row.flips().stream().mapToInt(RowFlips.Flip::count).sum())
                    .isEqualTo(row.changed().size());
        }
    }

    private static List<String> lines(MatrixFlips flips) {
        List<String> lines = new ArrayList<>();
        for (RowFlips row : flips.rows()) {
            Iterator<RowFlips.Change> changes = row.changes(row.changed(), 0);
            while (changes.hasNext()) {
                RowFlips.Change change = changes.next();
                lines.add(row.requirement() + " " + row.kind() + " " + change.subject() + " "
                        + outcome(row.before(), change.before()) + ">" + outcome(row.after(), change.after()));
            }
        }
        return lines;
    }

    private static @Nullable Outcome outcome(@Nullable BitmapRow row, int cell) {
        return row == null || cell < 0 ? null : row.head().outcome(cell);
    }

    private static List<String> naive(VerdictMatrix before, VerdictMatrix after, Wanted wanted) {
        TreeSet<String> requirements = new TreeSet<>(before.rows().keySet());
        requirements.addAll(after.rows().keySet());
        List<String> lines = new ArrayList<>();
        for (String id : requirements) {
            VerdictMatrix.Row old = before.rows().get(id);
            VerdictMatrix.Row fresh = after.rows().get(id);
            TreeSet<String> kinds = new TreeSet<>();
            String first = old == null ? fresh.subjectKind() : old.subjectKind();
            kinds.add(first);
            kinds.add(fresh == null ? first : fresh.subjectKind());
            // Where the kind changed, what is gone comes first
            List<String> order = new ArrayList<>(kinds);
            order.sort((one, other) -> one.equals(first) ? -1 : 1);
            for (String kind : order) {
                lines.addAll(naive(id + " " + kind, one(before, old, kind, wanted), one(after, fresh, kind, wanted)));
            }
        }
        return lines;
    }

    private static List<String> naive(String start, Map<String, One> olds, Map<String, One> freshes) {
        TreeSet<String> ids = new TreeSet<>(olds.keySet());
        ids.addAll(freshes.keySet());
        List<String> lines = new ArrayList<>();
        for (String id : ids) {
            One old = olds.get(id);
            One fresh = freshes.get(id);
            boolean same = old != null
                    && fresh != null
                    && old.outcome() == fresh.outcome()
                    && old.code().equals(fresh.code());
            if (!same && (old != null && old.wanted() || fresh != null && fresh.wanted())) {
                lines.add(start + " " + id + " " + (old == null ? null : old.outcome()) + ">"
                        + (fresh == null ? null : fresh.outcome()));
            }
        }
        return lines;
    }

    private static Map<String, One> one(
            VerdictMatrix matrix, VerdictMatrix.@Nullable Row row, String kind, Wanted wanted) {
        Map<String, One> verdicts = new TreeMap<>();
        if (row != null && row.subjectKind().equals(kind) && wanted.row(row.head())) {
            List<String> ids = matrix.subjectsOf(row);
            for (int i = 0; i < ids.size(); i++) {
                verdicts.put(ids.get(i), new One(row.outcome(i), row.code(i), wanted.wants(row, i, ids.get(i))));
            }
        }
        return verdicts;
    }
}
