package org.assay.engine.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assay.api.Outcome;

/**
 * The verdicts of one requirement: for each cell that occurs the set of its subjects. Every subject is in exactly one of them, so
 * the largest is not kept: it is what the others leave. How many subjects a cell has is known without its set; a set that was
 * stored is read when it is first asked for. Immutable and thread-safe.
 */
public final class BitmapRow {
    private final RowHead head;
    private final int subjects;
    private final List<Entry> entries;

    /**
     * How many subjects have a cell.
     *
     * @param cell the cell, see {@link RowHead}
     * @param count how many, at least one
     */
    public record Count(int cell, int count) {}

    /**
     * A cell with its subjects.
     *
     * @param count how many
     * @param set which
     * @param kept whether the set is kept, not what others leave
     */
    record Entry(Count count, Lazy<SubjectSet> set, boolean kept) {
        int cell() {
            return count.cell();
        }
    }

    /**
     * Makes a row.
     *
     * @param counts by rising cell; together as many as there are subjects
     * @param sets where the sets come from; that of the largest is not asked for
     */
    BitmapRow(RowHead head, int subjects, List<Count> counts, IntSets sets) {
        this.head = head;
        this.subjects = subjects;
        int largest = largest(counts);
        List<Entry> made = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            boolean kept = i != largest;
            Count count = counts.get(i);
            Supplier<SubjectSet> set = kept ? sets.of(i) : () -> rest(count.count());
            made.add(new Entry(count, new Lazy<>(set), kept));
        }
        this.entries = List.copyOf(made);
    }

    private BitmapRow(RowHead head, BitmapRow same) {
        this.head = head;
        this.subjects = same.subjects;
        this.entries = same.entries;
    }

    /** The same subjects in the same cells, of a requirement that says something else beside. */
    public BitmapRow withHead(RowHead other) {
        return other.equals(head) ? this : new BitmapRow(other, this);
    }

    /** Where the set of the n-th cell comes from. */
    @FunctionalInterface
    interface IntSets {
        Supplier<SubjectSet> of(int number);
    }

    /** The number of the cell with the most subjects, the first of them; below 0 if there is no cell. */
    static int largest(List<Count> counts) {
        int largest = counts.isEmpty() ? -1 : 0;
        for (int i = 1; i < counts.size(); i++) {
            largest = counts.get(i).count() > counts.get(largest).count() ? i : largest;
        }
        return largest;
    }

    private SubjectSet rest(int count) {
        SubjectSet rest = union(Entry::kept).others(subjects);
        if (rest.size() != count) {
            throw new MatrixFormatException(head.requirement() + ": subjects are in several sets");
        }
        return rest;
    }

    private SubjectSet union(Predicate<Entry> which) {
        return SubjectSet.union(
                entries.stream().filter(which).map(entry -> entry.set().get()).toList());
    }

    /** The requirement, and what its cells mean. */
    public RowHead head() {
        return head;
    }

    /** How many subjects there are. */
    public int subjects() {
        return subjects;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Every cell that occurs, rising, with how many subjects it has. Reads no set. */
    public List<Count> counts() {
        return entries.stream().map(Entry::count).toList();
    }

    /** How many subjects have each outcome. Reads no set. */
    public Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        counts().forEach(some -> outcomes.merge(head.outcome(some.cell()), (long) some.count(), Long::sum));
        return outcomes;
    }

    /** The subjects with one of some cells. */
    public SubjectSet set(IntPredicate cells) {
        List<Entry> wanted =
                entries.stream().filter(entry -> cells.test(entry.cell())).toList();
        if (wanted.size() == entries.size()) {
            return SubjectSet.all(subjects);
        }
        if (wanted.size() == 1) {
            return wanted.get(0).set().get();
        }
        boolean all = wanted.stream().allMatch(Entry::kept);
        return all
                ? union(entry -> cells.test(entry.cell()))
                : union(entry -> !cells.test(entry.cell())).others(subjects);
    }

    /** The cell of a subject. */
    public int cell(int subject) {
        Objects.checkIndex(subject, subjects);
        int rest = -1;
        for (Entry entry : entries) {
            if (!entry.kept()) {
                rest = entry.cell();
            } else if (entry.set().get().has(subject)) {
                return entry.cell();
            }
        }
        return rest;
    }

    /** How many bytes its sets take at most, all of them read: a bit a subject, or two bytes a member where that is less. */
    long weight() {
        long words = subjects / Byte.SIZE;
        return Integer.SIZE
                + entries.stream()
                        .mapToLong(entry ->
                                Long.SIZE + Math.min(words, 2L * entry.count().count()))
                        .sum();
    }

    /** The cells of some subjects, one byte each, from a subject on for as long as there is room. */
    void cells(int from, byte[] into) {
        for (Entry entry : entries) {
            if (!entry.kept()) {
                Arrays.fill(into, (byte) entry.cell());
            }
        }
        for (Entry entry : entries) {
            if (entry.kept()) {
                PrimitiveIterator.OfInt members = entry.set().get().from(from);
                for (int i = next(members, from); i < into.length; i = next(members, from)) {
                    into[i] = (byte) entry.cell();
                }
            }
        }
    }

    private static int next(PrimitiveIterator.OfInt members, int from) {
        return members.hasNext() ? members.nextInt() - from : Integer.MAX_VALUE;
    }

    /** All cells, one byte a subject. */
    public byte[] cells() {
        byte[] cells = new byte[subjects];
        cells(0, cells);
        return cells;
    }
}
