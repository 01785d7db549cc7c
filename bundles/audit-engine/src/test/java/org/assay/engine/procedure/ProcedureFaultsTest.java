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
        return refused(machine).stream().map(Fault::code).toList();
    }

    private static List<Fault> refused(String machine) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> new PackLoader(new Interpreter())
                .load(ProcedurePacks.bytes(machine, ProcedureTest.RULE)));
        assertThat(refused).isNotNull();
        return refused.faults();
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
        assertThat(faults(ProcedureTest.with("at: \"addDays(", "chance: true, at: \"addDays(")))
                .containsExactly("bad-value");
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

    private static Fault severity(String from, String to) {
        List<Fault> refused = refused(ProcedureTest.with(from, to));
        assertThat(refused).hasSize(1);
        return refused.get(0);
    }

    @Test
    void aSeverityThatIsNoneOrSaysNothingIsRefusedWhereItStands() {
        assertThat(severity("task: decide", "task: decide, severity: grave")).satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("bad-value");
            assertThat(fault.line()).isEqualTo(22);
        });
        assertThat(severity("at: \"addDays(", "severity: low, at: \"addDays(")).satisfies(fault -> {
            assertThat(fault.hint()).isEqualTo("Give the clock its 'task', or leave 'severity' out");
            assertThat(fault.line()).isEqualTo(23);
        });
        assertThat(severity("on: evidence.limit, ", "on: evidence.limit, task: x, severity: low, ")
                        .code())
                .isEqualTo("bad-value");
        assertThat(severity("GIVEN: {title: given}", "GIVEN: {title: given, severity: low}"))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("state-severity");
                    assertThat(fault.line()).isEqualTo(16);
                });
    }

    private static Fault effective(String day) {
        String line = "    effective: {" + day + "}\n";
        List<Fault> refused = refused(ProcedureTest.with("    states:\n", line + "    states:\n"));
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).line()).isEqualTo(13);
        return refused.get(0);
    }

    @Test
    void aDayOfEffectThatCannotBeToldIsRefusedWhereItStands() {
        assertThat(effective("evidence.limt: move.validFrom")).satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unknown-kind");
            assertThat(fault.column()).isEqualTo(17);
            assertThat(fault.hint()).isEqualTo("Did you mean 'evidence.limit'?");
        });
        assertThat(effective("evidence.plan: move.validFrom").code()).isEqualTo("unknown-kind");
        assertThat(effective("limit: move.validFrom").code()).isEqualTo("bad-value");
        assertThat(effective("evidence.limit: move.result")).satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("type-error");
            assertThat(fault.column()).isEqualTo(33);
        });
        for (String other :
                List.of("asOf", "\"evidenceAbout(move, 'plan').size() > 0 ? move.issued : move.received\"")) {
            assertThat(effective("evidence.limit: " + other).code()).isEqualTo("moving-effect");
        }
        for (String other : List.of("entered", "file.received", "measures.first")) {
            assertThat(effective("evidence.limit: " + other).code()).isEqualTo("type-error");
        }
    }
}
