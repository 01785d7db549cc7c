package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.internal.interpret.RuleContext;
import org.jspecify.annotations.Nullable;

/** The rules on one kind of subject of one snapshot as loops over arrays. Immutable and thread-safe. */
public final class KernelCode {
    /** Groups of fewer cases are put together. */
    private static final int SMALL = 1 << 11;

    private final int subjects;
    private final int words;
    private final int single;
    private final List<Union> unions;
    private final List<Pass> passes;
    private final List<RuleBits> rules;
    private final List<Patch> patches;

    private KernelCode(
            int subjects,
            int single,
            List<Union> unions,
            List<Pass> passes,
            List<RuleBits> rules,
            List<Patch> patches) {
        this.subjects = subjects;
        this.words = 1 + rules.stream().mapToInt(RuleBits::word).max().orElse(0);
        this.unions = List.copyOf(unions);
        this.single = single;
        this.passes = List.copyOf(passes);
        this.rules = List.copyOf(rules);
        this.patches = List.copyOf(patches);
    }

    /**
     * Where a rule's verdicts stand.
     *
     * @param requirement its id
     * @param word in which word
     * @param shift its first bit
     * @param cells the cells that have a bit, by bit
     * @param otherwise the cell where no bit is set
     */
    public record RuleBits(String requirement, int word, int shift, List<Integer> cells, int otherwise) {}

    /**
     * A verdict that a person settled.
     *
     * @param keep the bits of its word that are of other rules
     * @param bits those of the verdict
     */
    private record Patch(int subject, int word, long keep, long bits) {}

    /**
     * A rule on its way.
     *
     * @param settled what persons settled, by subject
     */
    private record Tabled(Plan.CutRule rule, Bundle.Member member, int otherwise, Map<Integer, Integer> settled) {}

    /**
     * Makes them, after an evaluation by the same terms has asked CEL all that there is to ask.
     *
     * @param evaluated the cells of that evaluation by requirement, for rules that are told subject by subject
     */
    public static KernelCode of(
            Plan.Part part,
            SnapshotStore store,
            RuleContext context,
            Judge.Outcomes outcomes,
            Map<String, byte[]> evaluated) {
        Leaves leaves = new Leaves(part, store, context);
        if (leaves.subjects() == 0) {
            return empty(part);
        }
        Set<Leaf> all = new LinkedHashSet<>();
        part.rules().forEach(rule -> rule.conditions().forEach(condition -> leaves.of(condition, all)));
        Map<Leaf, Group> groups = leaves.groups(all, SMALL);
        List<Tabled> tabled = new ArrayList<>();
        int single = (int) all.stream().filter(leaf -> !leaf.shared()).count();
        for (Plan.CutRule rule : part.rules()) {
            byte[] cells = evaluated.get(rule.rule().requirement().id());
            RuleTable table =
                    rule.conditions().isEmpty() ? null : RuleTable.of(rule, outcomes.of(rule.rule()), leaves, groups);
            Map<Integer, Integer> settled = table == null ? null : settled(table, cells);
            if (table == null || settled == null) {
                table = RuleTable.single(cells);
                settled = Map.of();
                single += rule.conditions().isEmpty() ? 0 : 1;
            }
            tabled.add(tabled(rule, table, settled));
        }
        return bundled(leaves.subjects(), single, tabled);
    }

    private static KernelCode empty(Plan.Part part) {
        List<RuleBits> rules = part.rules().stream()
                .map(rule -> new RuleBits(rule.rule().requirement().id(), 0, 0, List.of(), 0))
                .toList();
        return new KernelCode(0, 0, List.of(), List.of(), rules, List.of());
    }

    /** Where a person's determination differs from the table; null where anything else does. */
    private static @Nullable Map<Integer, Integer> settled(RuleTable table, byte[] cells) {
        Map<Integer, Integer> settled = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            int cell = cells[i] & 0xFF;
            if (table.cell(i) != cell) {
                if (cell < VerdictMatrix.DETERMINED || cell >= VerdictMatrix.UNKNOWN) {
                    return null;
                }
                settled.put(i, cell);
            }
        }
        return settled;
    }

    private static Tabled tabled(Plan.CutRule rule, RuleTable table, Map<Integer, Integer> settled) {
        Set<Integer> cells = new TreeSet<>(settled.values());
        for (byte cell : table.cells()) {
            cells.add(cell & 0xFF);
        }
        List<Integer> bits = new ArrayList<>(cells);
        int otherwise = bits.remove(bits.size() - 1);
        return new Tabled(rule, new Bundle.Member(table, bits), otherwise, settled);
    }

    private static KernelCode bundled(int subjects, int single, List<Tabled> tabled) {
        Layout layout = new Layout();
        List<Union> unions = new ArrayList<>();
        List<Bundle> bundles = new ArrayList<>();
        List<Tabled> sorted = tabled.stream()
                .sorted(Comparator.comparing(
                        (Tabled rule) -> -rule.member().table().groups().size()))
                .toList();
        for (Tabled rule : sorted) {
            List<Terms> terms = terms(rule.member());
            if (terms == null) {
                place(rule.member(), bundles);
                continue;
            }
            RuleBits bits = layout.add(rule, rule.member().cells().size());
            if (bits.word() == unions.size()) {
                unions.add(new Union());
            }
            for (int i = 0; i < terms.size(); i++) {
                unions.get(bits.word()).add(rule.member().table(), terms.get(i), bits.shift() + i);
            }
        }
        unions.forEach(Union::done);
        List<Pass> passes = new ArrayList<>();
        for (Bundle bundle : bundles) {
            layout.makeRoom(bundle.bits());
            passes.add(bundle.pass(layout.word, layout.taken));
            for (Bundle.Member member : bundle.members()) {
                layout.add(of(tabled, member), member.cells().size());
            }
        }
        return new KernelCode(subjects, single, unions, passes, layout.rules, layout.patches);
    }

    /** Gives rules their bits. */
    private static final class Layout {
        private final List<RuleBits> rules = new ArrayList<>();
        private final List<Patch> patches = new ArrayList<>();
        private int word;
        private int taken;

        void makeRoom(int bits) {
            if (taken + bits > Long.SIZE) {
                word++;
                taken = 0;
            }
        }

        RuleBits add(Tabled rule, int size) {
            makeRoom(size);
            String id = rule.rule().rule().requirement().id();
            RuleBits bits = new RuleBits(id, word, taken, rule.member().cells(), rule.otherwise());
            rules.add(bits);
            rule.settled().forEach((subject, cell) -> patches.add(patch(subject, cell, bits)));
            taken += size;
            return bits;
        }
    }

    private static @Nullable List<Terms> terms(Bundle.Member member) {
        List<Terms> terms = new ArrayList<>();
        for (int cell : member.cells()) {
            Terms one = Terms.of(member.table(), cell);
            if (one == null) {
                return null;
            }
            terms.add(one);
        }
        return terms;
    }

    private static Tabled of(List<Tabled> tabled, Bundle.Member member) {
        return tabled.stream()
                .filter(rule -> rule.member() == member)
                .findFirst()
                .orElseThrow();
    }

    private static Patch patch(int subject, int cell, RuleBits rule) {
        int bit = rule.cells().indexOf(cell);
        long all = rule.cells().size() == Long.SIZE ? -1L : (1L << rule.cells().size()) - 1;
        return new Patch(subject, rule.word(), ~(all << rule.shift()), bit < 0 ? 0 : 1L << rule.shift() + bit);
    }

    /** Where it costs least: with rules that read the same, or on its own. */
    private static void place(Bundle.Member rule, List<Bundle> bundles) {
        Bundle best = Bundle.of(rule);
        int least = best.cost();
        int at = bundles.size();
        for (int i = 0; i < bundles.size(); i++) {
            Bundle joined = bundles.get(i).and(rule);
            int more = joined == null
                    ? Integer.MAX_VALUE
                    : joined.cost() - bundles.get(i).cost();
            if (joined != null && more < least) {
                best = joined;
                least = more;
                at = i;
            }
        }
        if (at == bundles.size()) {
            bundles.add(best);
        } else {
            bundles.set(at, best);
        }
    }

    public int subjects() {
        return subjects;
    }

    public int words() {
        return words;
    }

    public List<RuleBits> rules() {
        return rules;
    }

    /** How many array reads a subject takes, its words apart. */
    public int lookups() {
        return passes.stream().mapToInt(Pass::lookups).sum()
                + unions.stream().mapToInt(Union::lookups).sum();
    }

    /** How many atoms and rules are told subject by subject, and not by what they read. */
    public int single() {
        return single;
    }

    /** Judges every subject. */
    public void run(long[][] masks) {
        for (long[] word : masks) {
            Arrays.fill(word, 0, subjects, 0);
        }
        for (int from = 0; from < subjects; from += Pass.CHUNK) {
            int to = Math.min(subjects, from + Pass.CHUNK);
            for (int word = 0; word < unions.size(); word++) {
                unions.get(word).run(masks[word], from, to);
            }
            for (Pass pass : passes) {
                pass.run(masks[pass.word()], from, to);
            }
        }
        for (Patch patch : patches) {
            long[] word = masks[patch.word()];
            word[patch.subject()] = word[patch.subject()] & patch.keep() | patch.bits();
        }
    }
}
