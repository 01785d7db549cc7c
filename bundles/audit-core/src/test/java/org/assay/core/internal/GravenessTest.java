package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How grave a day of a procedure is: as its move or state says, else as the procedure does. */
class GravenessTest {
    private static final String PROCEDURE =
            """
            procedures:
              permit:
                title: {en: A permit}
                source: {act: Act, section: "4", mark: choice}
            %s    opens: [{by: evidence.duty, start: RUNNING}]
                states:
                  RUNNING: {title: {en: it runs}}
                  OVER: {title: {en: the day is over}}
                  BREACH: {breach: true, title: {en: in use without}, task: {en: Take it out of use}, severity: info}
                  STOPPED: {end: true, title: {en: stopped}}
                moves:
                  - {from: RUNNING, at: "date('2026-07-01')", when: "duty.result == 'pay'", to: OVER, actor: operator, task: {en: Pay}}
                  - {from: RUNNING, at: "date('2026-07-02')", when: "duty.result == 'file'", to: OVER, actor: operator, task: {en: File}, severity: medium}
                  - {from: RUNNING, at: "date('2026-07-03')", when: "duty.result == 'speak'", to: OVER, actor: operator, task: {en: Speak}, chance: true}
                  - {from: RUNNING, at: "date('2026-07-04')", when: "duty.result == 'answer'", to: OVER, actor: operator, task: {en: Answer}, chance: true, severity: high}
                  - {from: OVER, on: evidence.end, to: BREACH, actor: authority}
                  - {from: [OVER, BREACH], on: evidence.stop, to: STOPPED, actor: authority}
                cases:
                  - {given: {evidence: [{id: d, kind: duty, issued: 2026-02-28, result: pay}, {id: e, kind: end, about: [d], issued: 2026-07-05}, {id: s, kind: stop, about: [d], issued: 2026-07-06}]}, case: d, states: {2026-06-30: RUNNING, 2026-07-01: OVER, 2026-07-05: BREACH, 2026-07-06: STOPPED}}
                  - {given: {evidence: [{id: d, kind: duty, issued: 2026-02-28, result: file}]}, case: d, states: {2026-07-02: OVER}}
                  - {given: {evidence: [{id: d, kind: duty, issued: 2026-02-28, result: speak}]}, case: d, states: {2026-07-03: OVER}}
                  - {given: {evidence: [{id: d, kind: duty, issued: 2026-02-28, result: answer}]}, case: d, states: {2026-07-04: OVER}}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "evidence": [
               {"id": "d-1", "kind": "duty", "issued": "2026-02-28", "result": "pay"},
               {"id": "d-2", "kind": "duty", "issued": "2026-02-28", "result": "file"},
               {"id": "d-3", "kind": "duty", "issued": "2026-02-28", "result": "speak"},
               {"id": "d-4", "kind": "duty", "issued": "2026-02-28", "result": "answer"}%s],
             "components": [], "contracts": [], "orders": []}
            """;
    private static final String END =
            ", {\"id\": \"e\", \"kind\": \"end\", \"about\": [\"d-1\"], \"issued\": \"2026-07-05\"}";

    private static final String CONDITIONS =
            """
            ,
               {"id": "d-5", "kind": "duty", "issued": "2026-02-28", "result": "log", "terms": [{"text": "Log", "due": "2026-07-10"}]},
               {"id": "k", "kind": "letter", "issued": "2026-02-28", "terms": [{"text": "Reply", "due": "2026-07-11"}]}""";

    @TempDir
    private Path data;

    @Test
    void eachClockIsAsGraveAsItsMoveSaysAndAChanceIsLow() {
        try (Bench bench = Bench.of(data, PROCEDURE.formatted(""), "")) {
            bench.send(NETWORK.formatted(""));
            assertThat(due(bench, "2026-06-15"))
                    .containsExactly("CRITICAL Pay", "HIGH Answer", "MEDIUM File", "LOW Speak");
        }
    }

    @Test
    void theProcedureSpeaksForTheMovesThatDoNotAndAChanceStaysLow() {
        try (Bench bench = Bench.of(data, PROCEDURE.formatted("    severity: high\n"), "")) {
            bench.send(NETWORK.formatted(""));
            assertThat(due(bench, "2026-06-15")).containsExactly("HIGH Pay", "HIGH Answer", "MEDIUM File", "LOW Speak");
        }
    }

    @Test
    void aBreachThatStandsIsAsGraveAsItsStateSays() {
        try (Bench bench = Bench.of(data, PROCEDURE.formatted("    severity: high\n"), "")) {
            bench.send(NETWORK.formatted(END));
            assertThat(due(bench, "2026-07-15")).containsExactly("INFO Take it out of use");
        }
    }

    @Test
    void aConditionIsAsGraveAsTheProcedureOfItsRecordSaysElseHigh() {
        try (Bench bench = Bench.of(data, PROCEDURE.formatted("    severity: medium\n"), "")) {
            bench.send(NETWORK.formatted(CONDITIONS));
            assertThat(due(bench, "2026-06-15"))
                    .containsExactly(
                            "HIGH Answer", "HIGH Reply", "MEDIUM Pay", "MEDIUM File", "MEDIUM Log", "LOW Speak");
        }
    }

    @Test
    void aConditionIsHighWhereTheProcedureOfItsRecordDoesNotSay() {
        try (Bench bench = Bench.of(data, PROCEDURE.formatted(""), "")) {
            bench.send(NETWORK.formatted(CONDITIONS));
            assertThat(due(bench, "2026-06-15")).contains("CRITICAL Pay", "HIGH Log", "HIGH Reply");
        }
    }

    private static List<String> due(Bench bench, String day) {
        return bench.core.procedures().deadlines("alpha", LocalDate.parse(day), 60).deadlines().stream()
                .map(one -> one.severity() + " " + one.text().get("en"))
                .toList();
    }
}
