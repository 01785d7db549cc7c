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
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"de-rheinfunk", "fr-hexamobile", "uk-albion"})
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

    private static boolean speaks(Explanation why) {
        return switch (why.outcome()) {
            case ERROR -> false;
            case PASS -> true;
            case UNKNOWN ->
                !why.because().isBlank()
                        && !why.missing().isEmpty()
                        && why.missing().stream()
                                .noneMatch(fact -> fact.of().isBlank()
                                        || fact.question().isBlank()
                                        || fact.path().isBlank()
                                                && why.clause() < 0
                                                && why.missing().size() == 1);
            case FAIL, WARN, PENDING, NOT_ALIGNED ->
                !why.because().isBlank()
                        && (why.settledBy() != null || !why.remedy().isBlank());
            default -> !why.because().isBlank();
        };
    }
}
