package org.assay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.api.Regime;
import org.assay.engine.conformance.CaseResult;
import org.assay.engine.conformance.CaseRunner;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.dsse.TrustedKeys;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.ConformanceReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Requirement;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every regime is held to. A regime's module has one test class that extends this and names its regime: each pack of
 * {@code src/main/packs} compiles, each of its cases holds, each of its clauses is reached, each case of
 * {@code src/test/resources/conformance} holds, and the bundle offers these packs, signed.
 */
public abstract class PackContract {
    private static final int SEQUENCES = 100;

    private final Path packs;
    private final Path conformance;
    private final CaseRunner runner = new CaseRunner(new CompiledEvaluator());
    private final TrialRunner trials = new TrialRunner(new CompiledEvaluator());

    /** A contract on the module in whose folder the build runs its tests. */
    protected PackContract() {
        this(Path.of("src/main/packs"), Path.of("src/test/resources/conformance"));
    }

    /** A contract on packs and conformance files elsewhere. */
    PackContract(Path packs, Path conformance) {
        this.packs = packs;
        this.conformance = conformance;
    }

    /** The regime as its bundle offers it. */
    protected abstract Regime regime();

    @TestFactory
    final Stream<DynamicNode> packs() {
        return files(packs).stream().map(this::pack);
    }

    @TestFactory
    final Stream<DynamicNode> conformance() {
        return files(conformance).stream().map(this::conformance);
    }

    @Test
    final void theBundleOffersItsPacksSigned() throws IOException {
        TrustedKeys trusted = TrustedKeys.of(List.of(SigningKey.ofClone().getPublic()));
        List<String> offered = new ArrayList<>();
        for (byte[] envelope : regime().packs()) {
            byte[] yaml = PackEnvelope.open(envelope, trusted).payload();
            assertEquals(regime().id(), PackReader.read(yaml).regime(), "the regime that the pack names");
            offered.add(text(yaml));
        }
        List<String> written =
                files(packs).stream().map(file -> text(bytes(file))).toList();
        assertTrue(!written.isEmpty(), () -> "there is no pack in " + packs);
        assertEquals(written, offered, "the packs of the bundle are those of " + packs);
    }

    private DynamicNode pack(Path file) {
        RuleSet rules = compile(file);
        List<CaseResult> results = runner.run(rules);
        Stream<DynamicNode> requirements =
                rules.pack().requirements().stream().map(requirement -> requirement(file, requirement, rules, results));
        DynamicNode procedures = DynamicTest.dynamicTest(
                "the cases of all procedures hold, and make each move", () -> expectNone(file, trials.faults(rules)));
        DynamicNode clocks = DynamicTest.dynamicTest(
                "each clock is shown on its day and the day before", () -> expectNone(file, trials.unsharp(rules)));
        return DynamicContainer.dynamicContainer(
                name(file), file.toUri(), Stream.concat(requirements, Stream.of(procedures, clocks, laws(rules))));
    }

    private static DynamicNode laws(RuleSet rules) {
        return DynamicTest.dynamicTest("whatever evidence comes, cases stay in order", () -> {
            for (Procedure procedure : rules.pack().procedures()) {
                for (long seed = 0; seed < SEQUENCES; seed++) {
                    assertEquals(List.of(), CaseLaws.broken(rules, procedure, seed));
                }
            }
        });
    }

    private static DynamicNode requirement(
            Path file, Requirement requirement, RuleSet rules, List<CaseResult> results) {
        List<CaseResult> own = results.stream()
                .filter(result -> result.requirement().equals(requirement.id()))
                .toList();
        List<DynamicNode> tests = new ArrayList<>();
        IntStream.range(0, own.size()).forEach(number -> tests.add(test(file, number, own.get(number))));
        List<Fault> unreached = CaseRunner.unreached(rules, results).stream()
                .filter(fault -> at(requirement, fault))
                .toList();
        tests.add(DynamicTest.dynamicTest("each clause is reached", () -> expectNone(file, unreached)));
        return DynamicContainer.dynamicContainer(requirement.id(), tests.stream());
    }

    private static boolean at(Requirement requirement, Fault fault) {
        return requirement.decide().stream().anyMatch(clause -> clause.at().line() == fault.line());
    }

    private DynamicNode conformance(Path file) {
        Map<String, RuleSet> editions = new HashMap<>();
        files(packs).forEach(pack -> {
            RuleSet rules = compile(pack);
            editions.put(rules.pack().version(), rules);
        });
        List<DynamicNode> tests = new ArrayList<>();
        for (ConformanceReader.Conformance one : read(file)) {
            String article = one.article().isEmpty() ? "" : " (" + one.article() + ")";
            String name = one.requirement().id() + ": " + one.example().name() + article;
            URI place = place(file, one.example().at().line());
            CaseResult result =
                    runner.run(Objects.requireNonNull(editions.get(one.version())), one.requirement(), one.example());
            tests.add(DynamicTest.dynamicTest(name, place, () -> expectNone(file, result.faults())));
        }
        assertTrue(!tests.isEmpty(), () -> file + " holds no case");
        return DynamicContainer.dynamicContainer(name(file), file.toUri(), tests.stream());
    }

    private List<ConformanceReader.Conformance> read(Path file) {
        try {
            return ConformanceReader.read(
                    bytes(file), files(packs).stream().map(PackContract::bytes).toList());
        } catch (FaultException e) {
            return fail(lines(file, e.faults()));
        }
    }

    private static RuleSet compile(Path file) {
        try {
            return RuleSet.compile(PackReader.read(bytes(file)));
        } catch (FaultException e) {
            return fail(lines(file, e.faults()));
        }
    }

    private static DynamicTest test(Path file, int number, CaseResult result) {
        String name = result.name().isEmpty() ? "case " + (number + 1) : result.name();
        return DynamicTest.dynamicTest(name, place(file, result.at().line()), () -> expectNone(file, result.faults()));
    }

    private static void expectNone(Path file, List<Fault> faults) {
        assertTrue(faults.isEmpty(), () -> lines(file, faults));
    }

    private static String lines(Path file, List<Fault> faults) {
        return faults.stream().map(fault -> PackFiles.line(file, fault)).collect(Collectors.joining("\n", "\n", ""));
    }

    private static URI place(Path file, int line) {
        return URI.create(file.toUri() + "?line=" + line);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String text(byte[] yaml) {
        return new String(yaml, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try {
            return PackFiles.in(folder, ".yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
