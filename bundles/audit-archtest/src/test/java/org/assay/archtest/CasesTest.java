package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.api.Outcome;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Requirement;
import org.assay.engine.procedure.ProcedureCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What rules see of cases, held against the table of decision 12, and the states in which the example networks have cases.
 * {@code -Dgolden.update=true} writes the lists of states anew; look at the difference.
 */
class CasesTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final List<RuleSet> PACKS = new ArrayList<>();

    private static SeenBy seen;

    @BeforeAll
    static void read() throws IOException {
        PACKS.addAll(Examples.editions().toList());
        seen = SeenBy.read();
    }

    @Test
    void everyStateThatEndsACaseOrBreaksTheLawIsInTheTableWithRulesOrAReason() {
        List<String> states = new ArrayList<>();
        for (RuleSet rules : PACKS) {
            for (Procedure procedure : rules.pack().procedures()) {
                procedure.states().forEach((name, state) -> {
                    if (state.end() || state.breach()) {
                        states.add(rules.pack().regime() + " " + procedure.name() + " " + name);
                    }
                });
            }
        }
        assertThat(states).isNotEmpty();
        assertThat(seen.states().keySet()).containsAll(states);
        assertThat(seen.states()).allSatisfy((state, requirements) -> {
            String regime = state.substring(0, state.indexOf(' '));
            assertThat(ids(regime)).as(state).containsAll(requirements);
        });
    }

    private static List<String> ids(String regime) {
        return PACKS.stream()
                .filter(rules -> rules.pack().regime().equals(regime))
                .flatMap(rules -> rules.pack().requirements().stream())
                .map(Requirement::id)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-rheinfunk", "fr-hexamobile", "us-prairielink"})
    void noBreachInAnExampleIsAPassOfTheRuleThatSeesIt(String network) {
        int compared = 0;
        for (RuleSet rules : speaking()) {
            Evaluation evaluation = open(rules, network);
            for (ProcedureCase one : evaluation.cases()) {
                if (isBreach(rules, one)) {
                    compared += compared(rules, evaluation, one);
                }
            }
        }
        assertThat(compared).as("breaches with a rule on what opened the case").isPositive();
    }

    private static boolean isBreach(RuleSet rules, ProcedureCase one) {
        return rules.pack().procedures().stream()
                .filter(procedure -> procedure.name().equals(one.procedure()))
                .anyMatch(procedure -> one.state()
                        .map(state -> procedure.states().get(state).breach())
                        .orElse(false));
    }

    private static int compared(RuleSet rules, Evaluation evaluation, ProcedureCase one) {
        String state = rules.pack().regime() + " " + one.procedure() + " "
                + one.state().orElseThrow();
        List<Requirement> seeing = rules.pack().requirements().stream()
                .filter(requirement -> seen.of(state).contains(requirement.id()))
                .filter(requirement ->
                        requirement.subject().equals(one.subject().kind()))
                .toList();
        List<Outcome> outcomes = seeing.stream()
                .map(requirement -> evaluation
                        .explain(requirement.id(), one.subject(), "en")
                        .outcome())
                .toList();
        assertThat(outcomes.stream().allMatch(CasesTest::isQuiet) && !outcomes.isEmpty())
                .as("%s of %s is seen by none of %s: %s", state, one.subject(), seeing, outcomes)
                .isFalse();
        return outcomes.size();
    }

    private static boolean isQuiet(Outcome outcome) {
        return outcome == Outcome.PASS || outcome == Outcome.NOT_APPLICABLE;
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-rheinfunk", "fr-hexamobile", "uk-albion", "us-prairielink"})
    void theExamplesHaveCasesInTheStatesThatTheListNames(String network) throws IOException {
        String told = speaking().stream()
                .flatMap(rules -> open(rules, network).cases().stream()
                        .map(one -> rules.pack().regime() + " " + one.procedure() + " "
                                + one.state().orElse("UNKNOWN")))
                .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Path golden = ROOT.resolve("bundles/audit-archtest/src/test/resources/cases/" + network + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, told);
        }
        assertThat(told).isNotEmpty().isEqualTo(Files.readString(golden));
    }

    /** The editions that are in force on the day of the examples. */
    private static List<RuleSet> speaking() {
        return PACKS.stream()
                .filter(rules -> rules.pack().version().startsWith("2026"))
                .toList();
    }

    private static Evaluation open(RuleSet rules, String network) {
        try {
            return Examples.open(rules, Examples.network(network));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
