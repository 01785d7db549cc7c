package org.assay.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;
import org.assay.api.Subject;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CapView;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.MeasureView;
import org.assay.engine.eval.TurningDay;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.procedure.ProcedureCase;
import org.junit.jupiter.api.Test;

class PackLoaderTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2025-12-06}
            timeZone: Europe/Berlin
            title: A test
            authority: Nobody
            options:
              strict: {type: bool, default: true, why: an open point}
            caseBase:
              one: {components: [{id: c, firstUse: 2026-02-01}]}
            requirements:
              - id: XX-1
                title: In use since the new year
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide:
                  - {when: "!options.strict", then: NOT_APPLICABLE, because: the audit is not strict}
                  - {when: "component.firstUse < date('2026-01-01')", then: PASS}
                  - {then: FAIL, code: LATE, due: "component.plannedRemoval", because: "used since {component.firstUse}", remedy: take it out}
                cases:
                  - {name: lax, asOf: 2026-03-01, base: one, options: {strict: false}, expect: NOT_APPLICABLE}
                  - {name: old, asOf: 2026-03-01, base: one, given: {components: [{id: c, firstUse: 2025-02-01}]}, expect: PASS}
                  - {name: new, asOf: 2026-03-01, base: one, given: {components: [{id: c, plannedRemoval: 2026-09-01}]}, expect: FAIL, code: LATE, due: 2026-09-01}
              - id: XX-2
                title: A proposal
                binding: proposal
                severity: low
                subject: supplier
                source: {act: An act, section: "2", mark: choice}
                decide:
                  - {then: NOT_ALIGNED, because: proposed, remedy: follow it}
                cases:
                  - {asOf: 2026-03-01, given: {components: [{supplier: Nokia}]}, expect: NOT_ALIGNED}
            """;

    private final PackLoader loader = new PackLoader(new CompiledEvaluator());

    @Test
    void aPackWhoseCasesHoldIsTaken() {
        CheckedPack checked = load(PACK);
        assertThat(checked.rules().pack()).isEqualTo(checked.pack());
        assertThat(checked.cases()).extracting(CaseResult::clause).containsExactly(0, 1, 2, 0);
        assertThat(checked.cases()).allMatch(CaseResult::holds);
    }

    @Test
    void aCaseInWhichTheEnginesDifferFailsAndBlamesNoPack() {
        Evaluator other = (rules, facts, terms) -> new Mixed(
                new Interpreter().open(rules, facts, terms),
                new CompiledEvaluator()
                        .open(
                                rules,
                                facts,
                                new AuditTerms(terms.asOf().plusYears(1), terms.recordedOn(), terms.options())));
        String yaml = PACK.replace("component.firstUse < date('2026-01-01')", "component.firstUse < lastAnnual(1, 1)");
        FaultException refused = catchThrowableOfType(
                FaultException.class, () -> new PackLoader(other).load(yaml.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("engines-differ");
            assertThat(fault.message())
                    .isEqualTo(
                            "the case 'new' of XX-1: the columnar engine says PASS by clause 2, the interpreter FAIL by"
                                    + " clause 3");
            assertThat(fault.hint()).contains("a fault of Assay");
        });
    }

    /** Explains as one evaluation does, and judges as another. */
    private record Mixed(Evaluation explaining, Evaluation judging) implements Evaluation {
        @Override
        public VerdictMatrix evaluate(LongConsumer progress) {
            return judging.evaluate(progress);
        }

        @Override
        public long size() {
            return judging.size();
        }

        @Override
        public Explanation explain(String requirement, Subject subject, String language) {
            return explaining.explain(requirement, subject, language);
        }

        @Override
        public List<CapView> caps(String requirement, Subject subject, CapView.DueDays dueDays) {
            return explaining.caps(requirement, subject, dueDays);
        }

        @Override
        public List<MeasureView> measures() {
            return explaining.measures();
        }

        @Override
        public DossierDraft draft(String dossier, String language) {
            return explaining.draft(dossier, language);
        }

        @Override
        public List<ProcedureCase> cases() {
            return explaining.cases();
        }

        @Override
        public Ask ask(String path) {
            return explaining.ask(path);
        }

        @Override
        public TurningDay turn(int within) {
            return explaining.turn(within);
        }

        @Override
        public List<TurningDay> turns(int within) {
            return explaining.turns(within);
        }

        @Override
        public NetworkFacts facts() {
            return explaining.facts();
        }
    }

    @Test
    void aCaseThatFailsIsToldWithItsPlaceTheVerdictAndTheFacts() {
        Fault fault = refuse(PACK.replace("firstUse: 2025-02-01", "firstUse: 2026-02-01"))
                .get(0);
        assertThat(fault.code()).isEqualTo("failing-case");
        assertThat(fault.line()).isEqualTo(lineOf("name: old"));
        assertThat(fault.message())
                .isEqualTo("the case 'old' of XX-1: expected PASS, but it is FAIL by clause 3: used since 2026-02-01");
        assertThat(fault.hint()).contains("clause 2 is false", "component/c/firstUse = 2026-02-01");
    }

    @Test
    void anotherCodeOrDayThanExpectedIsAFault() {
        assertThat(refuse(PACK.replace("FAIL, code: LATE, due: 2026-09-01", "FAIL, code: LATER, due: 2026-09-02")))
                .extracting(Fault::message)
                .satisfiesExactly(
                        code -> assertThat(code).contains("expected code LATER, but it is LATE"),
                        due -> assertThat(due).contains("expected due 2026-09-02, but it is 2026-09-01"));
    }

    @Test
    void aClauseThatNoCaseReachesIsAFaultAtTheClause() {
        String yaml = PACK.replace("options: {strict: false}, expect: NOT_APPLICABLE", "expect: FAIL");
        assertThat(refuse(yaml)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unreached-clause");
            assertThat(fault.line()).isEqualTo(lineOf("!options.strict"));
            assertThat(fault.message()).isEqualTo("no case of XX-1 is decided by clause 1 (NOT_APPLICABLE)");
        });
    }

    @Test
    void factsThatAreNoNetworkAreToldAtTheCase() {
        List<Fault> faults = refuse(PACK.replace("plannedRemoval: 2026-09-01}", "plannedRemoved: 2026-09-01}"));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).line()).isEqualTo(lineOf("plannedRemoval: 2026-09-01}"));
        assertThat(faults.get(0).message()).contains("the case 'new' of XX-1, /components/0/plannedRemoved");
    }

    @Test
    void aCaseWithSeveralSubjectsMustNameOne() {
        String two =
                PACK.replace("[{id: c, plannedRemoval: 2026-09-01}]", "[{id: c, plannedRemoval: 2026-09-01}, {id: d}]");
        assertThat(refuse(two).get(0).message())
                .isEqualTo("the case 'new' of XX-1 has none or several of its subject, a component");
        String named = two.replace("expect: FAIL", "subject: c, expect: FAIL");
        assertThat(load(named).cases()).hasSize(4);
        String wrong = two.replace("expect: FAIL", "subject: e, expect: FAIL");
        assertThat(refuse(wrong).get(0).message()).isEqualTo("the case 'new' of XX-1 has no component 'e'");
    }

    @Test
    void anExpressionThatDoesNotFitIsToldBeforeAnyCaseIsRun() {
        assertThat(refuse(PACK.replace("component.firstUse <", "component.fristUse <")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(lineOf("component.firstUse <")));
    }

    private CheckedPack load(String yaml) {
        return loader.load(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private List<Fault> refuse(String yaml) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> load(yaml));
        assertThat(refused).as("the pack was taken").isNotNull();
        return refused.faults();
    }

    private static int lineOf(String text) {
        assertThat(PACK).contains(text);
        return (int) PACK.substring(0, PACK.indexOf(text)).lines().count();
    }
}
