package org.assay.engine.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.ConformanceReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/**
 * All worked examples of a regime: those inside its packs and those in the files beside them, each with the edition by
 * which it is judged. Immutable.
 */
public final class ConformanceSuite {
    private final String regime;
    private final Map<String, RuleSet> editions;
    private final List<Example> examples;

    private ConformanceSuite(String regime, Map<String, RuleSet> editions, List<Example> examples) {
        this.regime = regime;
        this.editions = new LinkedHashMap<>(editions);
        this.examples = List.copyOf(examples);
    }

    /**
     * A file by name.
     *
     * @param name as it is told to people
     * @param yaml its bytes, UTF-8; not to be changed
     */
    public record Source(String name, byte[] yaml) {}

    /**
     * One worked example.
     *
     * @param file the name of the file in which it stands
     * @param version the edition by which it is judged
     * @param requirement the requirement that it tries
     * @param article where in the law it comes from; empty for the place that the requirement itself names
     * @param given facts and verdict
     */
    public record Example(
            String file, String version, Requirement requirement, String article, Requirement.Case given) {}

    /**
     * What became of one example.
     *
     * @param example the example
     * @param result what it came to
     */
    public record Outcome(Example example, CaseResult result) {}

    /**
     * Reads and compiles a regime's packs, and all examples.
     *
     * @param packs the editions of one regime, at least one
     * @param files the files beside them
     * @throws UnreadableSuiteException if a file is not in order
     */
    public static ConformanceSuite read(List<Source> packs, List<Source> files) {
        Map<String, RuleSet> editions = new LinkedHashMap<>();
        List<Example> examples = new ArrayList<>();
        Set<String> regimes = new TreeSet<>();
        for (Source source : packs) {
            guarded(source, () -> {
                RulePack pack = PackReader.read(source.yaml());
                editions.put(pack.version(), RuleSet.compile(pack));
                regimes.add(pack.regime());
                pack.requirements().forEach(requirement -> requirement
                        .cases()
                        .forEach(
                                one -> examples.add(new Example(source.name(), pack.version(), requirement, "", one))));
            });
        }
        if (regimes.size() != 1) {
            throw new IllegalArgumentException("packs of one regime are a suite, not those of " + regimes);
        }
        List<byte[]> bytes = packs.stream().map(Source::yaml).toList();
        for (Source source : files) {
            guarded(source, () -> ConformanceReader.read(source.yaml(), bytes)
                    .forEach(one -> examples.add(new Example(
                            source.name(), one.version(), one.requirement(), one.article(), one.example()))));
        }
        return new ConformanceSuite(regimes.iterator().next(), editions, examples);
    }

    private static void guarded(Source source, Runnable reading) {
        try {
            reading.run();
        } catch (FaultException e) {
            throw new UnreadableSuiteException(source.name(), e.faults());
        }
    }

    /** The regime's id. */
    public String regime() {
        return regime;
    }

    /** The editions in the order in which they were read. */
    public List<RulePack> editions() {
        return editions.values().stream().map(RuleSet::pack).toList();
    }

    /** The examples: those of the packs, then those beside them, in the order of their files. */
    public List<Example> examples() {
        return examples;
    }

    /** The requirements that an example tries. */
    public Set<String> tried() {
        return examples.stream().map(one -> one.requirement().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The requirements of all editions. */
    public Set<String> requirements() {
        return editions().stream()
                .flatMap(pack -> pack.requirements().stream())
                .map(Requirement::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Judges every example, on as many threads as there are processors.
     *
     * @param evaluator that judges
     * @param told of each result, in the order of the examples, by the caller's thread
     */
    public void run(Evaluator evaluator, Consumer<Outcome> told) {
        CaseRunner runner = new CaseRunner(evaluator);
        Map<List<String>, RuleSet> parts = new ConcurrentHashMap<>();
        List<CaseResult> results = examples.parallelStream()
                .map(one -> runner.run(part(one, parts), one.requirement(), one.given()))
                .toList();
        for (int i = 0; i < results.size(); i++) {
            told.accept(new Outcome(examples.get(i), results.get(i)));
        }
    }

    /** The rules of the one requirement that an example tries, made once for all examples. */
    private RuleSet part(Example example, Map<List<String>, RuleSet> parts) {
        String requirement = example.requirement().id();
        return parts.computeIfAbsent(
                List.of(example.version(), requirement), key -> rules(example).only(requirement));
    }

    private RuleSet rules(Example example) {
        RuleSet rules = editions.get(example.version());
        if (rules == null) {
            throw new IllegalStateException("no edition " + example.version());
        }
        return rules;
    }

    /** The pack by which an example is judged. */
    public RulePack pack(Example example) {
        return rules(example).pack();
    }
}
