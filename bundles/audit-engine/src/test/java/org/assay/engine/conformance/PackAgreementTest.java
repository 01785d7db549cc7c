package org.assay.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.engine.eval.Agreement;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Mixtures;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both evaluators on every pack of this repository: its cases, the examples, and mixtures of both with holes. */
class PackAgreementTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.parse("2021-09-01"),
            LocalDate.parse("2025-12-31"),
            LocalDate.parse("2026-11-21"),
            LocalDate.parse("2028-01-01"),
            LocalDate.parse("2031-06-30"));
    private static final int MIXTURES = 24;
    private static final int COMPONENTS = 60;

    static Stream<Path> packs() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"), 5);
                Stream<Path> examples = Files.walk(ROOT.resolve("examples/packs"))) {
            return Stream.concat(files.filter(file -> file.toString().contains("/src/main/packs/")), examples)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void bothEvaluatorsGiveTheSameVerdictsOnEveryCaseExampleAndMixture(Path file) throws IOException {
        RulePack pack = PackReader.read(Files.readAllBytes(file));
        RuleSet rules = RuleSet.compile(pack);
        List<NetworkFacts> pool = new ArrayList<>();
        for (Requirement requirement : pack.requirements()) {
            for (Requirement.Case example : requirement.cases()) {
                NetworkFacts facts = new CaseFacts(pack).read(example);
                LocalDate day = LocalDate.parse(example.asOf());
                agree(rules, facts, new AuditTerms(day, day, example.options()), example.name());
                pool.add(facts);
            }
        }
        List<NetworkFacts> examples = examples(pack);
        for (NetworkFacts example : examples) {
            for (LocalDate day : DAYS) {
                agree(rules, example, new AuditTerms(day, DAYS.get(2), Map.of()), "example on " + day);
            }
        }
        pool.addAll(examples);
        List<Map<String, Object>> options = options(pack);
        for (int seed = 0; seed < MIXTURES; seed++) {
            NetworkFacts mixed = Mixtures.of(pool, seed, COMPONENTS, seed % 4 / 8.0);
            AuditTerms terms =
                    new AuditTerms(DAYS.get(seed % DAYS.size()), DAYS.get(2), options.get(seed % options.size()));
            agree(rules, mixed, terms, "mixture " + seed);
        }
    }

    private static void agree(RuleSet rules, NetworkFacts facts, AuditTerms terms, String what) {
        assertThat(Agreement.differences(rules, facts, terms)).as(what).isEmpty();
    }

    private static List<NetworkFacts> examples(RulePack pack) throws IOException {
        FactModel model = FactModel.core().withDeclarations(pack.regime(), declared(pack));
        List<NetworkFacts> read = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            for (Path file : files.filter(some -> some.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                read.add(new NetworkReader(model)
                        .readJson(new ByteArrayInputStream(bytes))
                        .facts());
            }
        }
        assertThat(read).isNotEmpty();
        return read;
    }

    /** What a pack and the other editions of its regime declare, for an example speaks to all of them. */
    private static List<FactDecl> declared(RulePack pack) throws IOException {
        Map<List<String>, FactDecl> facts = new LinkedHashMap<>();
        pack.facts().forEach(fact -> facts.put(List.of(fact.on(), fact.name()), fact));
        for (Path file : packs().toList()) {
            RulePack other = PackReader.read(Files.readAllBytes(file));
            if (other.regime().equals(pack.regime())) {
                other.facts().forEach(fact -> facts.putIfAbsent(List.of(fact.on(), fact.name()), fact));
            }
        }
        return List.copyOf(facts.values());
    }

    /** The defaults, and for each option every other choice. */
    private static List<Map<String, Object>> options(RulePack pack) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        pack.options().forEach((name, option) -> {
            if (option.type() instanceof FactType.OneOf choices) {
                choices.values().forEach(value -> all.add(new HashMap<>(Map.of(name, value))));
            }
        });
        return all;
    }
}
