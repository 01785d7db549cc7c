package org.assay.archtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/** The example networks, and the editions that are in force on the day for which their facts are meant. */
final class Examples {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private Examples() {}

    static Stream<RuleSet> speaking() throws IOException {
        return editions().filter(rules -> rules.pack().inForce().holds(DAY));
    }

    /** Every edition of every regime, compiled. */
    static Stream<RuleSet> editions() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT.resolve("bundles"),
                6,
                (path, any) ->
                        path.toString().endsWith(".yaml") && path.toString().contains("src/main/packs"))) {
            return files.sorted().map(Examples::compiled).toList().stream();
        }
    }

    private static RuleSet compiled(Path pack) {
        try {
            return RuleSet.compile(PackReader.read(Files.readAllBytes(pack)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> networks() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static Path network(String name) {
        return ROOT.resolve("examples/" + name + ".json");
    }

    static Evaluation open(RuleSet rules, Path network) throws IOException {
        return open(rules, Stream.of(rules), network);
    }

    /** As of the day of the examples, or of the last day of an edition that is over; the facts are those that its editions declare. */
    static Evaluation open(RuleSet rules, Stream<RuleSet> editions, Path network) throws IOException {
        Map<String, FactDecl> declared = new LinkedHashMap<>();
        editions.flatMap(edition -> edition.pack().facts().stream())
                .forEach(fact -> declared.put(fact.on() + "." + fact.name(), fact));
        RulePack pack = rules.pack();
        FactModel model = FactModel.core().withDeclarations(pack.regime(), List.copyOf(declared.values()));
        LocalDate last = pack.inForce().to();
        LocalDate asOf = last == null || last.isAfter(DAY) ? DAY : last;
        try (InputStream in = Files.newInputStream(network)) {
            PreparedFacts facts =
                    PreparedFacts.of(new NetworkReader(model).readJson(in).facts());
            return new CompiledEvaluator().open(rules, facts, new AuditTerms(asOf, DAY, Map.of()));
        }
    }
}
