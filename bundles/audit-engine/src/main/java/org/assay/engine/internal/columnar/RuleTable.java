package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.api.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One rule as a table: for each group that it reads, the codes in classes that it does not tell apart, and for each choice of
 * classes the cell.
 *
 * @param groups what it reads
 * @param classes by group, the class of each code
 * @param counts by group, how many classes
 * @param cells by class of the first group, then of the second, …: the first counts least
 */
record RuleTable(List<Group> groups, List<int[]> classes, int[] counts, byte[] cells) {
    private static final int MOST = 1 << 16;

    /** The table of a rule; null where it would be too large. */
    static @Nullable RuleTable of(Plan.CutRule rule, List<Outcome> outcomes, Leaves leaves, Map<Leaf, Group> groupOf) {
        Set<Leaf> used = new LinkedHashSet<>();
        rule.conditions().forEach(condition -> leaves.of(condition, used));
        List<Group> groups = used.stream().map(groupOf::get).distinct().toList();
        List<int[]> classes = new ArrayList<>();
        List<int[]> examples = new ArrayList<>();
        long size = 1;
        for (Group group : groups) {
            List<Leaf> own =
                    used.stream().filter(leaf -> groupOf.get(leaf) == group).toList();
            int[] of = byMarks(group, own);
            classes.add(of);
            examples.add(examples(group, of));
            size *= examples.get(examples.size() - 1).length;
            if (size > MOST) {
                return null;
            }
        }
        byte[] cells = new byte[(int) size];
        int[] counts = examples.stream().mapToInt(some -> some.length).toArray();
        int[] at = new int[groups.size()];
        Truths truths = new Truths(leaves, leaf -> leaf.mark(example(groups, examples, at, groupOf.get(leaf))));
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) truths.cell(rule.conditions(), outcomes);
            next(at, counts);
        }
        return new RuleTable(groups, classes, counts, cells).smaller();
    }

    private static int example(List<Group> groups, List<int[]> examples, int[] at, Group group) {
        int number = 0;
        while (groups.get(number) != group) {
            number++;
        }
        return examples.get(number)[at[number]];
    }

    private static void next(int[] at, int[] counts) {
        for (int i = 0; i < at.length && ++at[i] == counts[i]; i++) {
            at[i] = 0;
        }
    }

    private static int[] byMarks(Group group, List<Leaf> leaves) {
        Map<List<Byte>, Integer> known = new HashMap<>();
        int[] classes = new int[group.size()];
        for (int code = 0; code < classes.length; code++) {
            List<Byte> marks = new ArrayList<>();
            for (Leaf leaf : leaves) {
                marks.add(leaf.mark(group.first()[code]));
            }
            classes[code] = known.computeIfAbsent(marks, any -> known.size());
        }
        return classes;
    }

    private static int[] examples(Group group, int[] classes) {
        int[] examples = new int[Arrays.stream(classes).max().orElse(-1) + 1];
        for (int code = 0; code < classes.length; code++) {
            examples[classes[code]] = group.first()[code];
        }
        return examples;
    }

    /** The same without telling apart what makes no difference, and without what is not read then. */
    private RuleTable smaller() {
        RuleTable small = this;
        for (int number = 0; number < groups.size(); number++) {
            small = small.collapsed(number);
        }
        return small.without();
    }

    private RuleTable collapsed(int number) {
        int stride = 1;
        for (int i = 0; i < number; i++) {
            stride *= counts[i];
        }
        Map<List<Byte>, Integer> known = new HashMap<>();
        List<Integer> kept = new ArrayList<>();
        int[] to = new int[counts[number]];
        for (int value = 0; value < to.length; value++) {
            List<Byte> effect = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                if (i / stride % counts[number] == value) {
                    effect.add(cells[i]);
                }
            }
            int before = known.size();
            to[value] = known.computeIfAbsent(effect, any -> before);
            if (to[value] == before) {
                kept.add(value);
            }
        }
        return kept.size() == to.length ? this : reduced(number, stride, to, kept);
    }

    private RuleTable reduced(int number, int stride, int[] to, List<Integer> kept) {
        byte[] fewer = new byte[cells.length / counts[number] * kept.size()];
        int[] fewerCounts = counts.clone();
        fewerCounts[number] = kept.size();
        for (int i = 0; i < fewer.length; i++) {
            int low = i % stride;
            int value = kept.get(i / stride % kept.size());
            int high = i / stride / kept.size();
            fewer[i] = cells[(high * counts[number] + value) * stride + low];
        }
        List<int[]> fewerClasses = new ArrayList<>(classes);
        fewerClasses.set(
                number, Arrays.stream(classes.get(number)).map(old -> to[old]).toArray());
        return new RuleTable(groups, fewerClasses, fewerCounts, fewer);
    }

    private RuleTable without() {
        List<Group> read = new ArrayList<>();
        List<int[]> readClasses = new ArrayList<>();
        List<Integer> readCounts = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (counts[i] > 1) {
                read.add(groups.get(i));
                readClasses.add(classes.get(i));
                readCounts.add(counts[i]);
            }
        }
        int[] left = readCounts.stream().mapToInt(count -> count).toArray();
        return new RuleTable(read, readClasses, left, cells);
    }

    /** The cell of a subject. */
    int cell(int subject) {
        int at = 0;
        int stride = 1;
        for (int i = 0; i < groups.size(); i++) {
            at += classes.get(i)[groups.get(i).codes()[subject]] * stride;
            stride *= counts[i];
        }
        return cells[at] & 0xFF;
    }

    /** One that is told subject by subject. */
    static RuleTable single(byte[] cells) {
        Map<Byte, Integer> known = new LinkedHashMap<>();
        char[] codes = new char[cells.length];
        for (int i = 0; i < cells.length; i++) {
            codes[i] = (char) (int) known.computeIfAbsent(cells[i], any -> known.size());
        }
        int[] first = new int[known.size()];
        for (int i = 0; i < cells.length; i++) {
            first[codes[i]] = i;
        }
        byte[] by = new byte[known.size()];
        known.forEach((cell, number) -> by[number] = cell);
        int[] classes = java.util.stream.IntStream.range(0, by.length).toArray();
        return new RuleTable(List.of(new Group(codes, first)), List.of(classes), new int[] {by.length}, by).smaller();
    }
}
