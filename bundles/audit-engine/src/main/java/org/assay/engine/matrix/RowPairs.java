package org.assay.engine.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.api.Outcome;
import org.jspecify.annotations.Nullable;

/** Compares the rows of two matrices, requirement by requirement. For one thread. */
final class RowPairs {
    private final BitmapMatrix before;
    private final BitmapMatrix after;
    private final CellFilter filter;
    private final Alignment.Source alignments;
    private final Map<List<String>, Alignment> known = new HashMap<>();
    private final Map<Alignment, SubjectSet> named = new HashMap<>();

    RowPairs(BitmapMatrix before, BitmapMatrix after, CellFilter filter, Alignment.Source alignments) {
        this.before = before;
        this.after = after;
        this.filter = filter;
        this.alignments = alignments;
    }

    /** What a verdict says: two with the same are no change. */
    private record Meaning(Outcome outcome, String code) {}

    /** Subjects whose verdict was, or is now, another, by what it was or is. */
    private record Moves(Map<Meaning, SubjectSet> gone, Map<Meaning, SubjectSet> come) {
        SubjectSet all() {
            return union(gone.values()).or(union(come.values()));
        }
    }

    /** One comparison; two where the kind of subject changed, so that no verdict has anything to do with one before. */
    List<RowFlips> compare(String requirement) {
        BitmapRow old = wanted(before.rows().get(requirement));
        BitmapRow fresh = wanted(after.rows().get(requirement));
        boolean apart = old != null
                && fresh != null
                && !old.head().subjectKind().equals(fresh.head().subjectKind());
        return apart
                ? List.of(compare(requirement, old, null), compare(requirement, null, fresh))
                : List.of(compare(requirement, old, fresh));
    }

    private @Nullable BitmapRow wanted(@Nullable BitmapRow row) {
        return row != null && filter.row(row.head()) ? row : null;
    }

    private RowFlips compare(String requirement, @Nullable BitmapRow old, @Nullable BitmapRow fresh) {
        Alignment places = alignment(old, fresh);
        Moves moves = moves(sets(old, 0, places), sets(fresh, 1, places));
        SubjectSet changed = shown(moves.all(), old, fresh, places);
        List<RowFlips.Flip> flips = changed.isEmpty() ? List.of() : flips(moves, changed);
        return new RowFlips(requirement, old, fresh, places, changed, flips);
    }

    private Alignment alignment(@Nullable BitmapRow old, @Nullable BitmapRow fresh) {
        SubjectIds olds = old == null ? SubjectIds.NONE : before.subjectsOf(old);
        SubjectIds freshes = fresh == null ? SubjectIds.NONE : after.subjectsOf(fresh);
        if (old == null || fresh == null) {
            // Only one of them is asked: places are its numbers
            SubjectIds only = old == null ? freshes : olds;
            olds = only;
            freshes = only;
        }
        List<SubjectIds> lists = List.of(olds, freshes);
        return known.computeIfAbsent(
                List.of(olds.digest(), freshes.digest()),
                any -> Alignment.isTrivial(lists) ? Alignment.of(lists) : alignments.of(lists));
    }

    private static Map<Meaning, SubjectSet> sets(@Nullable BitmapRow row, int list, Alignment places) {
        Map<Meaning, List<Integer>> cells = new LinkedHashMap<>();
        if (row != null) {
            for (BitmapRow.Count count : row.counts()) {
                RowHead head = row.head();
                Meaning meaning = new Meaning(head.outcome(count.cell()), head.code(count.cell()));
                cells.computeIfAbsent(meaning, any -> new ArrayList<>()).add(count.cell());
            }
        }
        Map<Meaning, SubjectSet> sets = new LinkedHashMap<>();
        cells.forEach((meaning, some) -> sets.put(meaning, places.places(list, row.set(some::contains))));
        return sets;
    }

    private static Moves moves(Map<Meaning, SubjectSet> olds, Map<Meaning, SubjectSet> freshes) {
        Set<Meaning> meanings = new LinkedHashSet<>(olds.keySet());
        meanings.addAll(freshes.keySet());
        Moves moves = new Moves(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Meaning meaning : meanings) {
            SubjectSet old = olds.getOrDefault(meaning, SubjectSet.none());
            SubjectSet fresh = freshes.getOrDefault(meaning, SubjectSet.none());
            if (!old.equals(fresh)) {
                moves.gone().put(meaning, old.without(fresh));
                moves.come().put(meaning, fresh.without(old));
            }
        }
        return moves;
    }

    private SubjectSet shown(SubjectSet changed, @Nullable BitmapRow old, @Nullable BitmapRow fresh, Alignment places) {
        SubjectSet some = changed;
        if (!filter.subjects().isEmpty() && !changed.isEmpty()) {
            some = some.and(named.computeIfAbsent(places, this::named));
        }
        if (showsAll(old) && showsAll(fresh)) {
            return some;
        }
        return some.and(shown(old, 0, places).or(shown(fresh, 1, places)));
    }

    private SubjectSet named(Alignment places) {
        return SubjectSet.of(filter.subjects().stream()
                .mapToInt(places::place)
                .filter(place -> place >= 0)
                .toArray());
    }

    private boolean showsAll(@Nullable BitmapRow row) {
        return row == null || row.counts().stream().allMatch(count -> filter.cell(row.head(), count.cell()));
    }

    private SubjectSet shown(@Nullable BitmapRow row, int list, Alignment places) {
        return row == null ? SubjectSet.none() : places.places(list, row.set(cell -> filter.cell(row.head(), cell)));
    }

    private static List<RowFlips.Flip> flips(Moves moves, SubjectSet changed) {
        Map<Outcome, SubjectSet> from = byOutcome(moves.gone(), changed);
        Map<Outcome, SubjectSet> to = byOutcome(moves.come(), changed);
        List<RowFlips.Flip> flips = new ArrayList<>();
        SubjectSet left = union(from.values());
        SubjectSet arrived = union(to.values());
        to.forEach((outcome, come) -> add(flips, null, outcome, come.without(left)));
        from.forEach((outcome, gone) -> {
            to.forEach((other, come) -> add(flips, outcome, other, gone.and(come)));
            add(flips, outcome, null, gone.without(arrived));
        });
        return flips;
    }

    private static Map<Outcome, SubjectSet> byOutcome(Map<Meaning, SubjectSet> sets, SubjectSet changed) {
        Map<Outcome, SubjectSet> byOutcome = new LinkedHashMap<>();
        sets.forEach((meaning, set) -> byOutcome.merge(meaning.outcome(), set.and(changed), SubjectSet::or));
        return byOutcome;
    }

    private static void add(
            List<RowFlips.Flip> flips, @Nullable Outcome from, @Nullable Outcome to, SubjectSet places) {
        if (!places.isEmpty()) {
            flips.add(new RowFlips.Flip(from, to, places));
        }
    }

    private static SubjectSet union(Collection<SubjectSet> sets) {
        return SubjectSet.union(sets);
    }
}
