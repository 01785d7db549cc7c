package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;

/** What a state machine that cannot work, or of which too little is shown, is refused for. */
class ProcedureFaultsTest {
    private static List<String> faults(String machine) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> new PackLoader(new Interpreter())
                .load(ProcedurePacks.bytes(machine, ProcedureTest.RULE)));
        assertThat(refused).isNotNull();
        return refused.faults().stream().map(Fault::code).toList();
    }

    @Test
    void whatNoCaseShowsIsRefused() {
        assertThat(faults(ProcedureTest.MACHINE)).containsOnly("unreached-move").hasSize(5);
    }

    @Test
    void aClockOfWhichNoCaseNamesTheDayBeforeIsTold() {
        String cases =
                """
                    cases:
                      - {given: {components: [{id: c}], evidence: [{id: f, kind: file, received: 2026-01-31, scope: {components: [c]}}]}, case: f, states: {2026-03-30: PENDING, 2026-03-31: SILENT, 2026-04-08: SILENT, 2026-04-10: OVER}}
                """;
        RuleSet shown = RuleSet.compile(ProcedurePacks.pack(ProcedureTest.MACHINE + cases, ProcedureTest.RULE));
        assertThat(new TrialRunner(new Interpreter()).unsharp(shown))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .isEqualTo("no case of permit shows the clock to OVER on its day and the day before"));
    }

    @Test
    void aMachineThatCannotWorkIsRefused() {
        assertThat(faults(ProcedureTest.with("OVER: {title: over, end: true}", "OVER: {title: over}")))
                .containsExactly("state-exit");
        assertThat(faults(ProcedureTest.with(
                        "SILENT: {title: refused by silence}", "SILENT: {title: silent, end: true}")))
                .containsExactly("state-exit");
        assertThat(faults(ProcedureTest.with("    states:\n", "    states:\n      LOST: {title: lost, end: true}\n")))
                .containsExactly("unreachable-state");
        assertThat(faults(ProcedureTest.with("GIVEN: {title: given}", "GIVEN: {title: given, task: use it}")))
                .containsExactly("state-task");
        assertThat(faults(ProcedureTest.with("to: SILENT", "to: SILENCE"))).contains("unknown-state");
        assertThat(faults(ProcedureTest.with("at: \"addDays(entered, 10)\"", "at: \"addDays(entered)\"")))
                .contains("type-error");
        assertThat(faults(ProcedureTest.with("addDays(entered, 10)", "addDays(asOf, 10)")))
                .containsExactly("moving-clock");
        assertThat(faults(ProcedureTest.with("move.result == 'yes'", "move.rseult == 'yes'")))
                .containsExactly("type-error");
        assertThat(faults(ProcedureTest.with("on: evidence.limit", "on: evidence.withdrawal")))
                .containsExactly("move-order");
        assertThat(faults(ProcedureTest.with("end: permit", "end: licence"))).containsExactly("unknown-name");
    }
}
