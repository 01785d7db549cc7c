package org.assay.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.eval.VerdictMatrix;

class VerdictPagesTest {

    /** One verdict of a plain matrix. */
    private record Plain(VerdictMatrix matrix, VerdictMatrix.Row row, int subject) {
        static final Comparator<Plain> ORDER = Comparator.comparing(
                        (Plain one) -> one.row().outcome(one.subject()))
                .thenComparing(one -> one.row().severity(one.subject()))
                .thenComparing(one -> one.matrix().regime())
                .thenComparing(one -> one.row().requirement())
                .thenComparing(Plain::subject);

        @Override
        public String toString() {
            return matrix.regime() + " " + row.requirement() + " " + subject + " " + row.cell(subject);
        }
    }

    @Property(tries = 200)
    void pagesTogetherAreTheWantedVerdictsInOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<VerdictMatrix> plains = new ArrayList<>();
        SortedMap<String, List<String>> subjects = RandomMatrices.subjects(random);
        for (String regime : List.of("xx", "yy")) {
            VerdictMatrix some = RandomMatrices.of(random, subjects);
            plains.add(new VerdictMatrix(regime, some.subjects(), some.rows()));
        }
        CellFilter wanted = wanted(random, subjects.get("component"));
        VerdictPages pages =
                new VerdictPages(plains.stream().map(VerdictMatrix::compact).toList(), regime -> wanted);
        List<String> naive = naive(plains, wanted);
        assertThat(pages.total()).isEqualTo(naive.size());
        List<String> all = new ArrayList<>();
        pages.forEach(found -> all.add(text(found)));
        assertThat(all).isEqualTo(naive);
        assertThat(paged(pages, naive.size(), random)).isEqualTo(naive);
    }

    private static List<String> paged(VerdictPages pages, int all, Random random) {
        List<String> paged = new ArrayList<>();
        long next = 0;
        while (next >= 0) {
            int limit = 1 + random.nextInt(1 + all / 3);
            VerdictPages.Slice slice = pages.slice(next, limit);
            assertThat(slice.found().size() == limit || slice.next() < 0).isTrue();
            slice.found().forEach(found -> paged.add(text(found)));
            next = slice.next();
        }
        return paged;
    }

    private static String text(VerdictPages.Found found) {
        return found.matrix().regime() + " " + found.row().head().requirement() + " " + found.subject() + " "
                + found.cell();
    }

    private static CellFilter wanted(Random random, List<String> ids) {
        Set<String> subjects = random.nextBoolean() || ids.isEmpty()
                ? Set.of()
                : Set.of("nobody", ids.get(random.nextInt(ids.size())));
        boolean outcomes = random.nextBoolean();
        boolean severities = random.nextBoolean();
        boolean historic = random.nextBoolean();
        return new CellFilter() {
            @Override
            public boolean row(RowHead head) {
                return historic || !head.historic();
            }

            @Override
            public boolean cell(RowHead head, int cell) {
                return (outcomes || head.outcome(cell) != Outcome.PASS)
                        && (severities || head.severity(cell) == Severity.HIGH);
            }

            @Override
            public Set<String> subjects() {
                return subjects;
            }
        };
    }

    private static List<String> naive(List<VerdictMatrix> plains, CellFilter wanted) {
        List<Plain> all = new ArrayList<>();
        for (VerdictMatrix matrix : plains) {
            for (VerdictMatrix.Row row : matrix.rows().values()) {
                for (int i = 0; i < row.cells().length && wanted.row(row.head()); i++) {
                    boolean named = wanted.subjects().isEmpty()
                            || wanted.subjects().contains(matrix.subjectsOf(row).get(i));
                    if (named && wanted.cell(row.head(), row.cell(i))) {
                        all.add(new Plain(matrix, row, i));
                    }
                }
            }
        }
        return all.stream().sorted(Plain.ORDER).map(Plain::toString).toList();
    }
}
