package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.columnar.Subjects;
import org.assay.engine.internal.renew.Changes;
import org.assay.engine.internal.renew.KindChange;
import org.assay.engine.matrix.Renumbering;
import org.assay.engine.matrix.SubjectIds;

/**
 * The numbers of the subjects of a kind, before and after some came or went. Immutable.
 *
 * @param ids as they are now
 * @param moves from the old numbers to the new ones
 * @param added the numbers of those who came
 */
record Numbers(SubjectIds ids, Renumbering moves, List<Integer> added) {
    Numbers {
        added = List.copyOf(added);
    }

    private static final String EVIDENCE = "evidence.";

    /**
     * Those of a kind.
     *
     * @param kind as requirements name it
     * @param before the subjects as they were
     * @param now the subjects as they are, asked for where they may be others
     */
    static Numbers of(String kind, SubjectIds before, Changes changes, Supplier<Subjects> now) {
        if (kind.startsWith(EVIDENCE)) {
            return merged(before, now.get());
        }
        KindChange change = changes.of(Kind.ofWord(kind));
        Renumbering moves = Renumbering.of(before.size(), array(change.removed()), array(change.added()));
        if (moves.size() != change.after().rows()) {
            throw new IllegalStateException("verdicts on " + before.size() + " of " + kind + " are of other facts");
        }
        return new Numbers(moves.isNone() ? before : now.get().compact(), moves, change.added());
    }

    private static Numbers merged(SubjectIds before, Subjects subjects) {
        List<String> now = subjects.ids();
        List<Integer> removed = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        int number = 0;
        int then = 0;
        for (Iterator<String> old = before.iterator(); old.hasNext(); then++) {
            String id = old.next();
            while (number < now.size() && now.get(number).compareTo(id) < 0) {
                added.add(number++);
            }
            if (number < now.size() && now.get(number).equals(id)) {
                number++;
            } else {
                removed.add(then);
            }
        }
        while (number < now.size()) {
            added.add(number++);
        }
        Renumbering moves = Renumbering.of(before.size(), array(removed), array(added));
        return new Numbers(moves.isNone() ? before : subjects.compact(), moves, added);
    }

    private static int[] array(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The numbers of some subjects that are there, and of all who came. */
    SortedSet<Integer> of(Set<String> some) {
        SortedSet<Integer> numbers = new TreeSet<>(added);
        some.stream().map(ids::find).filter(number -> number >= 0).forEach(numbers::add);
        return numbers;
    }
}
