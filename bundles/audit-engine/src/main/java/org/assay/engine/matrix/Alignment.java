package org.assay.engine.matrix;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several lists of subjects laid over each other, so that sets of different snapshots can be compared: every id that is in one of
 * them has a place, in the order of ids. Where all lists are the same, places are numbers and nothing is held; else stretches in
 * which the lists run side by side are. Making one goes through all ids, so keep it while the same lists are compared. Immutable
 * and thread-safe.
 */
public final class Alignment {
    /** A set smaller than this part of its list is moved member by member, others word by word. */
    private static final int SPARSE = 64;

    private final List<SubjectIds> lists;
    private final int size;
    private final @Nullable Stretches stretches;

    private Alignment(List<SubjectIds> lists, int size, @Nullable Stretches stretches) {
        this.lists = lists;
        this.size = size;
        this.stretches = stretches;
    }

    /** Who makes alignments, or has them already. */
    @FunctionalInterface
    public interface Source {
        /** The alignment of these lists. */
        Alignment of(List<SubjectIds> lists);
    }

    /** Lays lists over each other: at least one, at most 64. */
    public static Alignment of(List<SubjectIds> lists) {
        List<SubjectIds> all = List.copyOf(lists);
        if (isTrivial(all)) {
            return new Alignment(all, all.get(0).size(), null);
        }
        Stretches stretches = Stretches.of(all);
        return new Alignment(all, stretches.size(), stretches);
    }

    /** Whether all lists are the same. */
    public static boolean isTrivial(List<SubjectIds> lists) {
        return Set.copyOf(lists).size() == 1;
    }

    /** How many stretches are held: what this costs, a few numbers each. */
    public int stretches() {
        return stretches == null ? 0 : stretches.count();
    }

    /** How many places there are. */
    public int size() {
        return size;
    }

    /** The number in one list of the subject at a place; below 0 if it is not in that list. */
    public int number(int list, int place) {
        return stretches == null ? place : stretches.number(list, place);
    }

    /** The id of the subject at a place. */
    public String id(int place) {
        for (int list = 0; list < lists.size(); list++) {
            int number = number(list, place);
            if (number >= 0) {
                return lists.get(list).id(number);
            }
        }
        throw new IndexOutOfBoundsException("no list has a subject at place " + place + " of " + size);
    }

    /** The place of the subject of that id; below 0 if it is in no list. */
    public int place(String id) {
        for (int list = 0; list < lists.size(); list++) {
            int number = lists.get(list).find(id);
            if (number >= 0) {
                return stretches == null ? number : stretches.place(list, number);
            }
        }
        return -1;
    }

    /** The places of one list's subjects. */
    public SubjectSet placesOf(int list) {
        return places(list, SubjectSet.all(lists.get(list).size()));
    }

    /** The places of some of one list's subjects. */
    public SubjectSet places(int list, SubjectSet set) {
        if (stretches == null || set.isEmpty()) {
            return set;
        }
        if (set.size() < lists.get(list).size() / SPARSE) {
            Stretches moving = stretches;
            return SubjectSet.of(IntStream.generate(set.from(0)::nextInt)
                    .limit(set.size())
                    .map(number -> moving.place(list, number))
                    .toArray());
        }
        return SubjectSet.ofWords(stretches.move(list, set.words(lists.get(list).size())));
    }
}
