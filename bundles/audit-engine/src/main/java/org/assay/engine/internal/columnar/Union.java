package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A loop over subjects for rules of which each group alone tells something: the codes of each group lead to a word, and the
 * words are joined. Made by one thread, then run by any.
 */
final class Union {
    private final Map<Group, long[]> tables = new LinkedHashMap<>();
    private long flips;

    private record Table(char[] codes, long[] words) {}

    private List<Table> ready = List.of();

    /** Adds a verdict of a rule under a bit. */
    void add(RuleTable table, Terms terms, int bit) {
        for (int i = 0; i < table.groups().size(); i++) {
            Group group = table.groups().get(i);
            long[] words = tables.computeIfAbsent(group, g -> new long[g.size()]);
            int[] classes = table.classes().get(i);
            for (int code = 0; code < words.length; code++) {
                words[code] |= terms.holds().get(i)[classes[code]] ? 1L << bit : 0;
            }
        }
        flips |= terms.inverted() ? 1L << bit : 0;
    }

    Union done() {
        List<Table> all = new ArrayList<>();
        tables.forEach((group, words) -> all.add(new Table(group.codes(), words)));
        while (all.size() % 4 != 0) {
            all.add(new Table(all.get(0).codes(), all.get(0).words()));
        }
        ready = List.copyOf(all);
        return this;
    }

    int lookups() {
        return tables.size();
    }

    /** Sets the words of some subjects. */
    void run(long[] out, int from, int to) {
        if (ready.isEmpty()) {
            Arrays.fill(out, from, to, flips);
        }
        for (int i = 0; i < ready.size(); i += 4) {
            boolean last = i + 4 == ready.size();
            Table a = ready.get(i);
            Table b = ready.get(i + 1);
            Table c = ready.get(i + 2);
            Table d = ready.get(i + 3);
            join(
                    out,
                    from,
                    to,
                    last ? flips : 0,
                    a.codes,
                    a.words,
                    b.codes,
                    b.words,
                    c.codes,
                    c.words,
                    d.codes,
                    d.words);
        }
    }

    private static void join(
            long[] out,
            int from,
            int to,
            long flips,
            char[] a,
            long[] wa,
            char[] b,
            long[] wb,
            char[] c,
            long[] wc,
            char[] d,
            long[] wd) {
        for (int i = from; i < to; i++) {
            out[i] = (out[i] | wa[a[i]] | wb[b[i]] | wc[c[i]] | wd[d[i]]) ^ flips;
        }
    }
}
