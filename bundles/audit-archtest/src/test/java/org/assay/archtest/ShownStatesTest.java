package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Procedure.Move;
import org.assay.engine.pack.Procedure.Opening;
import org.assay.engine.pack.Procedure.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each state in which a newcomer would want to see a case has one in the example network of its country, on the day of the
 * examples or on the last day of an edition that is over. Not asked for: an end that breaks nothing, and a start in which
 * nobody has a task. What else is not there is named with its reason in {@code cases/not-shown.txt}.
 */
class ShownStatesTest {
    private static final Path NOT_SHOWN =
            Path.of(System.getProperty("assay.bundles", ".."), "audit-archtest/src/test/resources/cases/not-shown.txt");

    private final List<RuleSet> editions;

    ShownStatesTest() throws IOException {
        editions = Examples.editions().toList();
    }

    /** The states that the list names with a reason. */
    private static SortedSet<String> excused(String regime) throws IOException {
        SortedSet<String> states = new TreeSet<>();
        for (String line : Files.readAllLines(NOT_SHOWN)) {
            String[] parts = line.split(": ", 2);
            assertThat(parts).as("a state and its reason: " + line).hasSize(2);
            assertThat(parts[1]).as(line).isNotBlank();
            if (parts[0].startsWith(regime + " ")) {
                assertThat(states.add(parts[0])).as("named once: " + line).isTrue();
            }
        }
        return states;
    }

    @ParameterizedTest
    @CsvSource({"de-bsi, de-rheinfunk", "fr-anssi, fr-hexamobile", "uk-ncsc, uk-albion"})
    void everyStateWorthALookHasACaseInTheExampleOrAReasonWhyNot(String regime, String network) throws IOException {
        SortedSet<String> missing = new TreeSet<>();
        Set<String> shown = new TreeSet<>();
        for (RuleSet rules : of(regime).toList()) {
            rules.pack().procedures().forEach(one -> worthALook(one)
                    .forEach(state -> missing.add(regime + " " + one.name() + " " + state)));
            Examples.open(rules, of(regime), Examples.network(network)).cases().forEach(one -> one.state()
                    .ifPresent(state -> shown.add(regime + " " + one.procedure() + " " + state)));
        }
        missing.removeAll(shown);
        assertThat(missing)
                .as("states without a case, and those of the list")
                .containsExactlyElementsOf(excused(regime));
    }

    private Stream<RuleSet> of(String regime) {
        return editions.stream().filter(rules -> rules.pack().regime().equals(regime));
    }

    private static Stream<String> worthALook(Procedure procedure) {
        return procedure.states().entrySet().stream()
                .filter(entry -> !isQuietEnd(entry.getValue()) && !isIdleStart(procedure, entry.getKey()))
                .map(Map.Entry::getKey);
    }

    private static boolean isQuietEnd(State state) {
        return state.end() && !state.breach();
    }

    private static boolean isIdleStart(Procedure procedure, String state) {
        boolean starts = procedure.openings().stream().map(Opening::start).anyMatch(state::equals);
        return starts
                && procedure.moves().stream().noneMatch(move -> move.from().contains(state) && hasTask(move));
    }

    private static boolean hasTask(Move move) {
        return !move.task().byLanguage().isEmpty();
    }
}
