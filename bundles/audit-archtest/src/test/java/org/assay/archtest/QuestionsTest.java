package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.conformance.CaseRunner;
import org.assay.engine.conformance.ConformanceSuite;
import org.assay.engine.conformance.PreparedCase;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RequirementNeeds;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a verdict of any pack on any example learns what to ask, or why nothing is demanded. */
class QuestionsTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2025, 12, 5), LocalDate.of(2026, 11, 21), LocalDate.of(2028, 1, 1));
    /** So many subjects of each requirement and deciding clause are asked for their reasons. */
    private static final int SUBJECTS = 2;

    private static List<RuleSet> rules;
    private static FactModel model;

    @BeforeAll
    static void compile() throws IOException {
        rules = new ArrayList<>();
        model = FactModel.core();
        Map<String, RuleSet> latest = new TreeMap<>();
        for (Path file : files(ROOT.resolve("bundles"), "/src/main/packs/")) {
            RuleSet one = RuleSet.compile(PackReader.read(Files.readAllBytes(file)));
            rules.add(one);
            latest.put(one.pack().regime(), one);
        }
        for (RuleSet one : latest.values()) {
            model = model.withDeclarations(one.pack().regime(), one.pack().facts());
        }
    }

    private static List<Path> files(Path folder, String within) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains(within)
                            && file.toString().endsWith(".yaml")
                            && !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noTextThatDoesNotBindHasAClauseThatFails() {
        assertThat(rules).hasSizeGreaterThan(5);
        assertThat(rules.stream()
                        .flatMap(one -> one.pack().requirements().stream())
                        .filter(one -> one.binding() == Binding.ADVISORY || one.binding() == Binding.PROPOSAL)
                        .filter(one -> one.decide().stream().anyMatch(clause -> clause.then() == Outcome.FAIL)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-rheinfunk", "fr-hexamobile", "uk-albion", "us-prairielink"})
    void everyVerdictSaysWhatToAskOrWhy(String network) throws IOException {
        NetworkFacts facts;
        try (InputStream in = Files.newInputStream(ROOT.resolve("examples/" + network + ".json"))) {
            facts = new NetworkReader(model).readJson(in).facts();
        }
        List<String> silent = new ArrayList<>();
        int asked = 0;
        for (RuleSet one : rules) {
            for (LocalDate day : DAYS) {
                asked += ask(one, facts, day, silent);
            }
        }
        assertThat(asked).isGreaterThan(1_000);
        assertThat(silent).as("verdicts that leave their reader alone").isEmpty();
    }

    private static int ask(RuleSet one, NetworkFacts facts, LocalDate day, List<String> silent) {
        Evaluation audit = new CompiledEvaluator().open(one, facts, new AuditTerms(day, day, Map.of()));
        VerdictMatrix verdicts = audit.evaluate(done -> {});
        int asked = 0;
        for (VerdictMatrix.Row row : verdicts.rows().values()) {
            List<String> subjects = verdicts.subjectsOf(row);
            Map<Integer, Integer> seen = new HashMap<>();
            for (int i = 0; i < subjects.size(); i++) {
                if (seen.merge(row.cell(i), 1, Integer::sum) <= SUBJECTS) {
                    Explanation why =
                            audit.explain(row.requirement(), new Subject(row.subjectKind(), subjects.get(i)), "en");
                    asked++;
                    if (!speaks(why)) {
                        silent.add(row.requirement() + " " + subjects.get(i) + " on " + day + ": " + why.outcome()
                                + " '" + why.because() + "' " + why.missing());
                    }
                }
            }
        }
        return asked;
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-bsi", "fr-anssi", "uk-ncsc", "eu-toolbox", "prague", "us-trust"})
    void everyWorkedExampleSaysWhatToAskOrWhy(String regime) throws IOException {
        Path module = ROOT.resolve("bundles/regime-" + regime);
        ConformanceSuite suite = ConformanceSuite.read(
                sources(module.resolve("src/main/packs")), sources(module.resolve("src/test/resources/conformance")));
        Map<String, RuleSet> compiled = new HashMap<>();
        rules.forEach(one -> compiled.put(one.pack().digest(), one));
        List<String> silent = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        for (ConformanceSuite.Example example : suite.examples()) {
            RulePack pack = suite.pack(example);
            PreparedCase prepared = CaseRunner.prepare(pack, example.requirement(), example.given());
            LocalDate day = LocalDate.parse(example.given().asOf());
            Explanation why = new Interpreter()
                    .open(
                            compiled.get(pack.digest()),
                            prepared.facts(),
                            new AuditTerms(day, day, example.given().options()))
                    .explain(example.requirement().id(), prepared.subject(), "en");
            if (!speaks(why)) {
                silent.add(example.file() + ":" + example.given().at().line() + " " + why.outcome() + " '"
                        + why.because() + "' " + why.missing());
            }
            RequirementNeeds needs =
                    compiled.get(pack.digest()).needs(example.requirement().id());
            NamedFacts.unnamed(needs, why)
                    .forEach(one -> unnamed.add(example.requirement().id() + ": " + one));
        }
        assertThat(unnamed.stream().distinct())
                .as("facts that a requirement reads and does not name")
                .isEmpty();
        assertThat(suite.examples()).hasSizeGreaterThan(100);
        assertThat(silent).as("worked examples that leave their reader alone").isEmpty();
    }

    private static List<ConformanceSuite.Source> sources(Path folder) throws IOException {
        List<ConformanceSuite.Source> sources = new ArrayList<>();
        for (Path file : files(folder, "/")) {
            sources.add(new ConformanceSuite.Source(file.toString(), Files.readAllBytes(file)));
        }
        return sources;
    }

    @Test
    void everyFactThatARuleMayAskForHasAQuestionOfItsOwn() {
        List<String> silent = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            FactModel.core().type(kind).fields().values().stream()
                    .filter(field -> !field.required()
                            && (field.ask() == null || !isQuestion(field.ask().question())))
                    .forEach(field -> silent.add("core: " + kind.word() + "." + field.name()));
        }
        for (RuleSet one : rules) {
            one.pack().facts().stream()
                    .filter(fact -> fact.ask() == null || !isQuestion(fact.ask().question()))
                    .forEach(fact -> silent.add(one.pack().regime() + ": " + fact.on() + "." + fact.name()));
            one.pack().reference().forEach((name, table) -> {
                boolean sure = table.complete() && table.rows().stream().noneMatch(RulePack.Row::unsure);
                if (!sure && (table.ask() == null || !isQuestion(table.ask().question()))) {
                    silent.add(one.pack().regime() + ": table " + name);
                }
            });
        }
        assertThat(silent).as("facts that nobody is asked for in words").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de-bsi,de", "fr-anssi,fr"})
    void whatIsFiledInALanguageIsAskedForInIt(String regime, String language) {
        List<Ask> asked = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            FactModel.core().type(kind).fields().values().forEach(field -> add(asked, field.ask()));
        }
        int core = asked.size();
        for (RuleSet one : rules) {
            if (one.pack().regime().equals(regime)) {
                one.pack().facts().forEach(fact -> add(asked, fact.ask()));
                one.pack().reference().values().forEach(table -> add(asked, table.ask()));
                one.pack().requirements().stream()
                        .flatMap(requirement -> requirement.decide().stream())
                        .forEach(clause -> add(asked, clause.ask()));
            }
        }
        assertThat(asked).hasSizeGreaterThan(core + 20);
        assertThat(asked).allSatisfy(ask -> assertThat(ask.questions()).containsKeys("en", language));
        assertThat(asked).noneMatch(ask -> ask.question(language).equals(ask.question()));
    }

    private static void add(List<Ask> asked, @Nullable Ask ask) {
        if (ask != null) {
            asked.add(ask);
        }
    }

    /** Words of a sentence, not the name of a field with a question mark. */
    private static boolean isQuestion(String question) {
        boolean asks = question.contains("?") || question.startsWith("Please ");
        return asks
                && question.split(" ").length > 2
                && !question.matches("What is [A-Za-z0-9.-]+ of .*")
                && !question.startsWith("The table ");
    }

    private static boolean speaks(Explanation why) {
        return switch (why.outcome()) {
            case ERROR -> false;
            case PASS -> true;
            case UNKNOWN ->
                !why.because().isBlank()
                        && !why.missing().isEmpty()
                        && why.missing().stream()
                                .allMatch(fact ->
                                        !fact.of().isBlank() && !fact.path().isBlank() && isQuestion(fact.question()));
            case FAIL, WARN, PENDING, NOT_ALIGNED ->
                !why.because().isBlank()
                        && (why.settledBy() != null || !why.remedy().isBlank());
            default -> !why.because().isBlank();
        };
    }
}
