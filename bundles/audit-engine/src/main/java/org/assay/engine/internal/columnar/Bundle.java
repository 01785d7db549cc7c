package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules that are looked up together: their groups, and the classes of codes that any of them tells apart. */
final class Bundle {
    /** So many entries stay in the nearest caches. */
    private static final int MOST = 1 << 13;

    private static final int MOST_BITS = Long.SIZE;

    private final List<Group> groups;
    private final List<int[]> classes;
    private final int[] counts;
    private final List<Member> members;

    /**
     * A rule of it.
     *
     * @param table its table
     * @param cells the cells that have a bit, by bit
     */
    record Member(RuleTable table, List<Integer> cells) {}

    private Bundle(List<Group> groups, List<int[]> classes, int[] counts, List<Member> members) {
        this.groups = groups;
        this.classes = classes;
        this.counts = counts;
        this.members = members;
    }

    static Bundle of(Member first) {
        return new Bundle(
                first.table().groups(), first.table().classes(), first.table().counts(), List.of(first));
    }

    /** This with one rule more; null where that would be too large. */
    @Nullable
    Bundle and(Member more) {
        List<Member> all = new ArrayList<>(members);
        all.add(more);
        if (bits(all) > MOST_BITS) {
            return null;
        }
        List<Group> both = new ArrayList<>(groups);
        List<int[]> finer = new ArrayList<>(classes);
        List<Integer> many = new ArrayList<>();
        for (int count : counts) {
            many.add(count);
        }
        for (int i = 0; i < more.table().groups().size(); i++) {
            Group group = more.table().groups().get(i);
            int at = both.indexOf(group);
            if (at < 0) {
                both.add(group);
                finer.add(more.table().classes().get(i));
                many.add(more.table().counts()[i]);
            } else {
                Map<Long, Integer> pairs = new HashMap<>();
                finer.set(at, refined(finer.get(at), more.table().classes().get(i), pairs));
                many.set(at, pairs.size());
            }
        }
        long size = many.stream().mapToLong(count -> count).reduce(1, (one, other) -> Math.min(one * other, MOST + 1L));
        return size > MOST
                ? null
                : new Bundle(both, finer, many.stream().mapToInt(count -> count).toArray(), all);
    }

    private static int[] refined(int[] one, int[] other, Map<Long, Integer> pairs) {
        int[] finer = new int[one.length];
        for (int code = 0; code < finer.length; code++) {
            long pair = (long) one[code] << Integer.SIZE | other[code];
            finer[code] = pairs.computeIfAbsent(pair, any -> pairs.size());
        }
        return finer;
    }

    private static int bits(List<Member> members) {
        return members.stream().mapToInt(member -> member.cells().size()).sum();
    }

    int bits() {
        return bits(members);
    }

    /** How many look-ups it takes. */
    int cost() {
        return groups.size() + 1;
    }

    List<Member> members() {
        return members;
    }

    /**
     * Ready to run.
     *
     * @param word where its bits go
     * @param shift from which bit on
     */
    Pass pass(int word, int shift) {
        char[][] codes = groups.stream().map(Group::codes).toArray(char[][]::new);
        int[][] tables = new int[codes.length][];
        int stride = 1;
        for (int i = 0; i < tables.length; i++) {
            tables[i] = classes.get(i).clone();
            for (int code = 0; code < tables[i].length; code++) {
                tables[i][code] *= stride;
            }
            stride *= counts[i];
        }
        return new Pass(word, codes, tables, words(stride, shift));
    }

    private long[] words(int size, int shift) {
        long[] words = new long[size];
        int[] subjects = new int[groups.size()];
        int[] at = new int[groups.size()];
        for (int i = 0; i < size; i++) {
            for (int g = 0; g < at.length; g++) {
                subjects[g] = example(g, at[g]);
            }
            words[i] = word(subjects) << shift;
            for (int g = 0; g < at.length && ++at[g] == counts[g]; g++) {
                at[g] = 0;
            }
        }
        return words;
    }

    private final Map<Long, Integer> examples = new HashMap<>();

    /** A code of a class. */
    private int example(int group, int value) {
        return examples.computeIfAbsent((long) group << Integer.SIZE | value, any -> {
            int[] of = classes.get(group);
            int code = 0;
            while (of[code] != value) {
                code++;
            }
            return code;
        });
    }

    private long word(int[] codes) {
        long word = 0;
        int shift = 0;
        for (Member member : members) {
            int cell = cell(member.table(), codes);
            int bit = member.cells().indexOf(cell);
            word |= bit < 0 ? 0 : 1L << shift + bit;
            shift += member.cells().size();
        }
        return word;
    }

    private int cell(RuleTable table, int[] codes) {
        int at = 0;
        int stride = 1;
        for (int i = 0; i < table.groups().size(); i++) {
            int code = codes[groups.indexOf(table.groups().get(i))];
            at += table.classes().get(i)[code] * stride;
            stride *= table.counts()[i];
        }
        return table.cells()[at] & 0xFF;
    }
}
