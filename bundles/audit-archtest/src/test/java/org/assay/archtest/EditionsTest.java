package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** German law of two days in a row, by two editions that stand side by side. */
class EditionsTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final LocalDate LAST_OF_9B = LocalDate.of(2025, 12, 5);
    private static final LocalDate FIRST_OF_41 = LocalDate.of(2025, 12, 6);
    private static final LocalDate RECORDED = LocalDate.of(2026, 11, 21);
    private static final Subject EARLY_SMF = new Subject("component", "smf-cgn-1");

    private static List<RuleSet> editions;
    private static NetworkFacts example;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> packs = Files.list(ROOT.resolve("bundles/regime-de-bsi/src/main/packs"))) {
            editions = packs.map(EditionsTest::compiled)
                    .sorted(Comparator.comparing(
                            (RuleSet rules) -> rules.pack().inForce().from()))
                    .toList();
        }
        Map<String, FactDecl> facts = new LinkedHashMap<>();
        for (RuleSet edition : editions) {
            edition.pack().facts().forEach(fact -> facts.put(fact.on() + "." + fact.name(), fact));
        }
        FactModel model = FactModel.core().withDeclarations("de-bsi", List.copyOf(facts.values()));
        try (InputStream in = Files.newInputStream(ROOT.resolve("examples/de-rheinfunk.json"))) {
            example = new NetworkReader(model).readJson(in).facts();
        }
    }

    @Test
    void everyDayBelongsToOneEdition() {
        for (int i = 1; i < editions.size(); i++) {
            RulePack earlier = editions.get(i - 1).pack();
            RulePack later = editions.get(i).pack();
            assertThat(later.inForce().from()).isEqualTo(earlier.inForce().to().plusDays(1));
        }
        assertThat(on(LAST_OF_9B).pack().version()).isEqualTo("2021.1.0");
        assertThat(on(FIRST_OF_41).pack().version()).isEqualTo("2026.1.0");
    }

    @Test
    void whatWasABreachUnderTheOldActIsHistoryTheDayAfterItsEnd() {
        Explanation then = explain(LAST_OF_9B, "DE-9B-2-WAIT", EARLY_SMF);
        Explanation now = explain(FIRST_OF_41, "DE-9B-2-WAIT", EARLY_SMF);
        assertThat(then.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(then.historic()).isFalse();
        assertThat(now.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(now.historic()).isTrue();
    }

    @Test
    void theOldActHoldsBackWhatIsPlannedAndTheNewOneDoesNot() {
        assertThat(pending(LAST_OF_9B, "DE-9B-1-NOTIFY")).isPositive();
        assertThat(pending(FIRST_OF_41, "DE-9B-1-NOTIFY")).isZero();
    }

    @Test
    void theNewActIsAskedAboutFromItsFirstDayOnly() {
        assertThat(ids(LAST_OF_9B)).contains("DE-9B-4-PROHIB").doesNotContain("DE-BSIG-41-4-RISK");
        assertThat(ids(FIRST_OF_41)).contains("DE-BSIG-41-4-RISK").doesNotContain("DE-9B-4-PROHIB");
        assertThat(reviews(FIRST_OF_41, "DE-BSIG-41-4-RISK")).isPositive();
    }

    @Test
    void theContractOfThreeOperatorsIsBrokenFromTheFirstDayOf2027() {
        Subject core = new Subject("component", "hw-udm-cgn");
        LocalDate last = LocalDate.of(2026, 12, 31);
        assertThat(explain(last, "DE-AGR2024-CORE", core).outcome()).isEqualTo(Outcome.WARN);
        assertThat(explain(last, "DE-AGR2024-CORE", core).dueDay()).contains(last);
        assertThat(explain(last.plusDays(1), "DE-AGR2024-CORE", core).outcome()).isEqualTo(Outcome.FAIL);
    }

    private static List<String> ids(LocalDate day) {
        return on(day).pack().requirements().stream().map(Requirement::id).toList();
    }

    private static int pending(LocalDate day, String requirement) {
        return count(day, requirement, Outcome.PENDING);
    }

    private static int reviews(LocalDate day, String requirement) {
        return count(day, requirement, Outcome.REVIEW);
    }

    private static int count(LocalDate day, String requirement, Outcome outcome) {
        return open(day).evaluate(done -> {}).rows().get(requirement).counts().getOrDefault(outcome, 0);
    }

    private static Explanation explain(LocalDate day, String requirement, Subject subject) {
        return open(day).explain(requirement, subject, "en");
    }

    private static Evaluation open(LocalDate day) {
        return new Interpreter().open(on(day), example, new AuditTerms(day, RECORDED, Map.of()));
    }

    private static RuleSet on(LocalDate day) {
        List<RuleSet> holding = editions.stream()
                .filter(rules -> rules.pack().inForce().holds(day))
                .toList();
        assertThat(holding).as("editions in force on " + day).hasSize(1);
        return holding.get(0);
    }

    private static RuleSet compiled(Path pack) {
        try {
            return RuleSet.compile(PackReader.read(Files.readAllBytes(pack)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
