package org.assay.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.core.VerdictFilter;
import org.assay.engine.eval.VerdictMatrix;

class RowChangesTest {
    private static final String ID = "XX-1";
    private static final List<Outcome> SOME = List.of(Outcome.PASS, Outcome.FAIL, Outcome.WARN);

    @Property(tries = 500)
    void changesAreThoseOfEachSubjectOnItsOwn(@ForAll long seed) {
        Random random = new Random(seed);
        TreeSet<String> ids = ids(random);
        VerdictMatrix before = matrix(random, ids);
        VerdictMatrix after = matrix(random, random.nextBoolean() ? ids : ids(random));
        Set<Outcome> outcomes = random.nextBoolean() ? Set.of() : Set.of(Outcome.FAIL, Outcome.UNKNOWN);
        VerdictFilter wanted =
                new VerdictFilter(Set.of(), Set.of(), Set.of(), Set.of(), outcomes, Set.of(), random.nextBoolean());
        List<String> given = new ArrayList<>();
        new RowChanges(before, after, new Filters(wanted, false))
                .walk(ID, (one, other) -> given.add(text(one) + " > " + text(other)));
        assertThat(given).isEqualTo(naive(before, after, wanted));
    }

    private static List<String> naive(VerdictMatrix before, VerdictMatrix after, VerdictFilter wanted) {
        Map<String, Ruling> olds = shown(before, wanted);
        Map<String, Ruling> freshes = shown(after, wanted);
        TreeSet<String> all = new TreeSet<>(olds.keySet());
        all.addAll(freshes.keySet());
        List<String> changes = new ArrayList<>();
        for (String id : all) {
            Ruling one = olds.get(id);
            Ruling other = freshes.get(id);
            boolean named = one != null && named(one, wanted) || other != null && named(other, wanted);
            boolean same = one != null
                    && other != null
                    && one.outcome() == other.outcome()
                    && one.code().equals(other.code());
            if (named && !same) {
                changes.add(text(one) + " > " + text(other));
            }
        }
        return changes;
    }

    private static boolean named(Ruling ruling, VerdictFilter wanted) {
        return wanted.outcomes().isEmpty() || wanted.outcomes().contains(ruling.outcome());
    }

    private static Map<String, Ruling> shown(VerdictMatrix matrix, VerdictFilter wanted) {
        Map<String, Ruling> rulings = new TreeMap<>();
        VerdictMatrix.Row row = matrix.rows().get(ID);
        List<String> ids = matrix.subjectsOf(row);
        for (int i = 0; i < ids.size() && (wanted.historic() || !row.historic()); i++) {
            rulings.put(ids.get(i), new Ruling(matrix, row, i));
        }
        return rulings;
    }

    private static String text(Ruling ruling) {
        return ruling == null ? "none" : ruling.subject() + " " + ruling.outcome() + " " + ruling.code();
    }

    private static TreeSet<String> ids(Random random) {
        TreeSet<String> ids = new TreeSet<>();
        for (int left = random.nextInt(40); left > 0; left--) {
            ids.add("c" + random.nextInt(60));
        }
        return ids;
    }

    private static VerdictMatrix matrix(Random random, TreeSet<String> ids) {
        List<VerdictMatrix.ClauseMeaning> clauses = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            Outcome outcome = SOME.get(random.nextInt(SOME.size()));
            String code = random.nextBoolean() ? "" : "A";
            clauses.add(new VerdictMatrix.ClauseMeaning(outcome, code, Severity.HIGH, null));
        }
        byte[] cells = new byte[ids.size()];
        for (int i = 0; i < cells.length; i++) {
            boolean open = random.nextInt(5) == 0;
            cells[i] = (byte) (open ? VerdictMatrix.UNKNOWN : random.nextInt(clauses.size()));
        }
        VerdictMatrix.Row row = new VerdictMatrix.Row(
                ID, "component", Binding.LAW, Severity.HIGH, random.nextInt(5) == 0, clauses, cells);
        return new VerdictMatrix("xx-test", Map.of("component", List.copyOf(ids)), new TreeMap<>(Map.of(ID, row)));
    }
}
