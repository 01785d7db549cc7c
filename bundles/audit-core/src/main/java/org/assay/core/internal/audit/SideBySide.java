package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.api.Outcome;
import org.assay.engine.matrix.Alignment;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.SubjectIds;
import org.assay.engine.matrix.SubjectSet;

/**
 * The subjects of an audit by the gravest outcome that each regime has for them. Subjects for whom all regimes say the same are
 * one class, found by set algebra, so their number costs nothing. For one thread.
 */
final class SideBySide {
    /** What stands for "no verdict": after every outcome. */
    static final byte NOTHING = Byte.MAX_VALUE;

    private static final Outcome[] OUTCOMES = Outcome.values();

    private final List<BitmapMatrix> parts;
    private final Filters filters;
    private final Map<String, Alignment> alignments = new HashMap<>();
    private final List<Alike> classes = new ArrayList<>();

    SideBySide(List<BitmapMatrix> parts, Filters filters, Alignment.Source source) {
        this.parts = parts;
        this.filters = filters;
        for (String kind : kinds()) {
            Alignment alignment = align(kind, source);
            alignments.put(kind, alignment);
            classes.addAll(classes(kind, alignment));
        }
    }

    /**
     * Subjects of a kind for whom each regime has the same gravest outcome.
     *
     * @param worst by part the number of the outcome, or {@link #NOTHING}
     * @param places where the subjects stand among all of the kind
     */
    record Alike(String kind, byte[] worst, SubjectSet places) {
        byte gravest() {
            byte gravest = NOTHING;
            for (byte outcome : worst) {
                gravest = (byte) Math.min(gravest, outcome);
            }
            return gravest;
        }
    }

    private SortedSet<String> kinds() {
        SortedSet<String> kinds = new TreeSet<>();
        for (BitmapMatrix part : parts) {
            part.rows().values().stream()
                    .map(BitmapRow::head)
                    .filter(head -> filters.row(part, head))
                    .forEach(head -> kinds.add(head.subjectKind()));
        }
        return kinds;
    }

    /** A part that does not speak of a kind is never asked for it; any list stands for its own. */
    private Alignment align(String kind, Alignment.Source source) {
        SubjectIds some = parts.stream()
                .filter(part -> part.subjects().containsKey(kind))
                .map(part -> part.subjects(kind))
                .findFirst()
                .orElse(SubjectIds.NONE);
        List<SubjectIds> lists = parts.stream()
                .map(part -> part.subjects().getOrDefault(kind, some))
                .toList();
        return Alignment.isTrivial(lists) ? Alignment.of(lists) : source.of(lists);
    }

    private List<Alike> classes(String kind, Alignment alignment) {
        SubjectSet named = SubjectSet.of(filters.filter().subjects().stream()
                .mapToInt(alignment::place)
                .filter(place -> place >= 0)
                .toArray());
        byte[] none = new byte[parts.size()];
        Arrays.fill(none, NOTHING);
        SubjectSet all = filters.anySubject() ? SubjectSet.all(alignment.size()) : named;
        List<Alike> some = List.of(new Alike(kind, none, all));
        for (int part = 0; part < parts.size(); part++) {
            some = split(some, part, gravest(part, kind, alignment));
        }
        return some.stream().filter(alike -> alike.gravest() != NOTHING).toList();
    }

    private static List<Alike> split(List<Alike> classes, int part, Map<Outcome, SubjectSet> gravest) {
        List<Alike> finer = new ArrayList<>();
        for (Alike alike : classes) {
            SubjectSet rest = alike.places();
            for (Map.Entry<Outcome, SubjectSet> outcome : gravest.entrySet()) {
                SubjectSet own = rest.and(outcome.getValue());
                byte[] worst = alike.worst().clone();
                worst[part] = (byte) outcome.getKey().ordinal();
                add(finer, new Alike(alike.kind(), worst, own));
                rest = rest.without(own);
            }
            add(finer, new Alike(alike.kind(), alike.worst(), rest));
        }
        return finer;
    }

    private static void add(List<Alike> classes, Alike alike) {
        if (!alike.places().isEmpty()) {
            classes.add(alike);
        }
    }

    /** Under one regime, by outcome the subjects that have it and none that is graver. */
    private Map<Outcome, SubjectSet> gravest(int number, String kind, Alignment alignment) {
        Map<Outcome, List<SubjectSet>> any = new EnumMap<>(Outcome.class);
        BitmapMatrix part = parts.get(number);
        for (BitmapRow row : part.rows().values()) {
            if (row.head().subjectKind().equals(kind) && filters.row(part, row.head())) {
                byOutcome(row).forEach((outcome, set) -> any.computeIfAbsent(outcome, o -> new ArrayList<>())
                        .add(set));
            }
        }
        Map<Outcome, SubjectSet> gravest = new LinkedHashMap<>();
        SubjectSet graver = SubjectSet.none();
        for (Map.Entry<Outcome, List<SubjectSet>> outcome : any.entrySet()) {
            SubjectSet set = SubjectSet.union(outcome.getValue());
            gravest.put(outcome.getKey(), alignment.places(number, set.without(graver)));
            graver = graver.or(set);
        }
        return gravest;
    }

    private Map<Outcome, SubjectSet> byOutcome(BitmapRow row) {
        Map<Outcome, SubjectSet> sets = new TreeMap<>();
        for (Outcome outcome : OUTCOMES) {
            SubjectSet set = row.set(cell -> row.head().outcome(cell) == outcome && filters.cell(row.head(), cell));
            if (!set.isEmpty()) {
                sets.put(outcome, set);
            }
        }
        return sets;
    }

    /** The subjects of a kind, those of all parts. */
    Alignment subjects(String kind) {
        return alignments.getOrDefault(kind, Alignment.of(List.of(SubjectIds.NONE)));
    }

    /** How many subjects have which gravest outcome under a part. */
    Map<Outcome, Long> counts(int part) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Alike alike : classes) {
            if (alike.worst()[part] != NOTHING) {
                counts.merge(
                        OUTCOMES[alike.worst()[part]], (long) alike.places().size(), Long::sum);
            }
        }
        return counts;
    }

    /** The gravest first, then by what some parts say, one after the other. */
    List<Alike> sorted(int[] order) {
        Comparator<Alike> gravestFirst = Comparator.comparing(Alike::gravest);
        return classes.stream()
                .sorted(gravestFirst
                        .thenComparing(Alike::worst, (one, other) -> compare(one, other, order))
                        .thenComparing(Alike::kind))
                .toList();
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
}
