package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.RulePack;
import org.assay.engine.procedure.ProcedureCase;
import org.assay.engine.procedure.ProcedurePacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a network may ask of a machine by its cases: each ends in bounded time and memory. */
@Timeout(180)
class HostileCasesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final AuditTerms TERMS = new AuditTerms(DAY, DAY, Map.of());
    private static final String PROCEDURE =
            """
            facts: [%s]
            procedures:
              permit:
                title: A permit
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.file, start: A}]
                states:
                  A: {title: a}
                  B: {title: b}
                moves:
            """;

    private static List<ProcedureCase> cases(String facts, String moves, List<Map<String, Object>> evidence) {
        RulePack pack = ProcedurePacks.pack(PROCEDURE.formatted(facts) + moves);
        NetworkFacts given = TrialRunner.facts(pack, Map.of("evidence", evidence));
        return new CompiledEvaluator().open(RuleSet.compile(pack), given, TERMS).cases();
    }

    private static Map<String, Object> file() {
        return Map.of("id", "f", "kind", "file", "received", "1726-01-01");
    }

    @Test
    void clocksThatMoveACaseEveryDayForCenturiesAreAnErrorOfTheCase() {
        String moves = "      - {from: A, at: \"addDays(entered, 1)\", to: B, actor: o}\n"
                + "      - {from: B, at: \"addDays(entered, 1)\", to: A, actor: o}\n";
        assertThat(cases("", moves, List.of(file()))).singleElement().satisfies(one -> assertThat(one.error())
                .isEqualTo("clocks move the case without end"));
    }

    @Test
    void clocksOfWhichNoDayIsKnownDoNotMultiplyTheWaysOfACase() {
        StringBuilder facts = new StringBuilder();
        StringBuilder moves = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            facts.append(i == 0 ? "" : ", ")
                    .append("{on: evidence.file, name: d" + i
                            + ", type: date, ask: {of: operator, question: \"When?\"}}");
            moves.append("      - {from: [A, B], at: \"file.facts.d" + i + "\", to: " + (i % 2 == 0 ? "B" : "A")
                    + ", actor: o}\n");
        }
        assertThat(cases(facts.toString(), moves.toString(), List.of(file())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.error()).isEmpty();
                    assertThat(one.states()).containsExactly("A", "B");
                    assertThat(one.missing()).hasSize(40);
                });
    }

    /** The first is taken back by the second, that by the third, and so on: of an even number the first stands. */
    @ParameterizedTest
    @CsvSource({"9998, 1", "9999, 0"})
    void aLongChainOfCorrectionsIsToldFromItsEnd(int corrections, int open) {
        List<Map<String, Object>> evidence = new ArrayList<>(List.of(file()));
        for (int i = 0; i < corrections; i++) {
            evidence.add(Map.of(
                    "id",
                    "k" + i,
                    "kind",
                    "correction",
                    "received",
                    "2026-01-01",
                    "about",
                    List.of(i == 0 ? "f" : "k" + (i - 1))));
        }
        String moves = "      - {from: A, at: \"addDays(entered, 1)\", to: B, actor: o}\n"
                + "      - {from: B, on: evidence.decision, to: A, actor: o}\n";
        assertThat(cases("", moves, evidence)).hasSize(open);
    }
}
