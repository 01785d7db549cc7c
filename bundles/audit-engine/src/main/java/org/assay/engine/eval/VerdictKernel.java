package org.assay.engine.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.internal.columnar.KernelCode;

/**
 * The rules on components of one pack for one snapshot, day and options, made into loops over arrays. What is made once: the
 * snapshot's values as codes, what several of them are together as a code, and for each code what the rules make of it.
 * What {@link #run} does each time: read the codes of every component and look up the verdicts of all rules. Immutable
 * and thread-safe; one run is one thread's work.
 */
public final class VerdictKernel {
    private final KernelCode code;
    private final Map<String, KernelCode.RuleBits> rules;

    VerdictKernel(KernelCode code) {
        this.code = code;
        Map<String, KernelCode.RuleBits> byId = new HashMap<>();
        code.rules().forEach(rule -> byId.put(rule.requirement(), rule));
        this.rules = Map.copyOf(byId);
    }

    /**
     * Prepares a kernel: evaluates the pack once, by which everything is asked that there is to ask, and checks that the
     * kernel's verdicts are those of that evaluation.
     *
     * @throws IllegalArgumentException if the pack has no requirement on components
     */
    public static VerdictKernel of(RuleSet rules, PreparedFacts facts, AuditTerms terms) {
        return new VerdictKernel(
                new CompiledEvaluator().prepare(rules, facts, terms).kernel());
    }

    /** How many components there are, in id order. */
    public int components() {
        return code.subjects();
    }

    /** How many words a component's verdicts take. */
    public int words() {
        return code.words();
    }

    /** How many array reads a component takes, those of its result apart. */
    public int lookups() {
        return code.lookups();
    }

    /** How many atoms and rules are not told by what they read, but have a code for each component. */
    public int single() {
        return code.single();
    }

    /**
     * What the bits mean.
     *
     * @param requirement the requirement
     * @param cell the verdict that the bit stands for, as in {@link VerdictMatrix.Row#cell}; a requirement's last verdict has
     *     no bit: it is where none is set. So a requirement of two verdicts has one bit, set for its first clause
     * @param word in which word
     * @param bit which bit of it
     */
    public record Bit(String requirement, int cell, int word, int bit) {}

    /** Every bit. */
    public List<Bit> bits() {
        return new TreeMap<>(rules)
                .values().stream()
                        .flatMap(rule -> java.util.stream.IntStream.range(
                                        0, rule.cells().size())
                                .mapToObj(i -> new Bit(
                                        rule.requirement(), rule.cells().get(i), rule.word(), rule.shift() + i)))
                        .toList();
    }

    /**
     * Judges every component.
     *
     * @param masks {@link #words} arrays of at least {@link #components} words each, overwritten
     */
    public void run(long[][] masks) {
        code.run(masks);
    }

    /** The cell of a requirement for a component, read from the result of {@link #run}. */
    public int cell(long[][] masks, String requirement, int component) {
        KernelCode.RuleBits rule = rules.get(requirement);
        long word = masks[rule.word()][component] >>> rule.shift();
        for (int i = 0; i < rule.cells().size(); i++) {
            if ((word >>> i & 1) != 0) {
                return rule.cells().get(i);
            }
        }
        return rule.otherwise();
    }

    /** The requirements on components. */
    public List<String> requirements() {
        return rules.keySet().stream().sorted().toList();
    }
}
