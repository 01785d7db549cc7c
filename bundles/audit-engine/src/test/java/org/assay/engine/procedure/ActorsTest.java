package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.PackReader;
import org.junit.jupiter.api.Test;

/** A record counts only where it is its actor's. */
class ActorsTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2020-01-01}
            timeZone: Europe/Paris
            title: A test
            authority: Nobody
            reference:
              offices: {source: ours, complete: false, columns: {name: text}, rows: [{name: The Office}]}
            define:
              byOffice(evidence e): "e.issuer != operator.id && reference.offices.exists(o, o.name == e.issuer)"
            procedures:
              permit:
                title: A permit
                source: {act: An act, section: "1", mark: choice}
                actors: {office: "byOffice(move)"}
                opens: [{by: evidence.order, actor: office, start: ORDERED}]
                states:
                  ORDERED: {title: ordered}
                  DONE: {title: done}
                  OVER: {title: over, end: true}
                moves:
                  - {from: ORDERED, on: evidence.proof, to: DONE, actor: operator}
                  - {from: [ORDERED, DONE], on: evidence.closure, when: "move.result == 'closed'", to: OVER, actor: office}
            requirements:
              - id: XX-1
                title: A permit
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide: [{then: PASS}]
                cases: [{asOf: 2026-03-01, given: {components: [{id: c}]}, expect: PASS}]
            """;

    private static Map<String, Object> record(String id, String kind, String issuer) {
        return Map.of(
                "id",
                id,
                "kind",
                kind,
                "issued",
                "2026-01-0" + id,
                "about",
                List.of("1"),
                "issuer",
                issuer,
                "result",
                "closed");
    }

    private static Evaluation after(Object... evidence) {
        RuleSet rules = RuleSet.compile(PackReader.read(PACK.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> given = Map.of("operator", Map.of("id", "tel"), "evidence", List.of(evidence));
        LocalDate day = LocalDate.parse("2026-02-01");
        return new Interpreter()
                .open(
                        rules,
                        PreparedFacts.of(TrialRunner.facts(rules.pack(), given)),
                        new AuditTerms(day, day, Map.of()));
    }

    private static ProcedureCase only(Object... evidence) {
        List<ProcedureCase> cases = after(evidence).cases();
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    @Test
    void aRecordOfItsActorOpensACaseAndMovesIt() {
        ProcedureCase closed = only(record("1", "order", "The Office"), record("3", "closure", "The Office"));
        assertThat(closed.state()).contains("OVER");
        assertThat(closed.history()).extracting(CaseMove::actor).containsExactly("office", "office");
    }

    @Test
    void aRecordOfSomebodyElseDoesNeither() {
        assertThat(after(record("1", "order", "tel")).cases()).isEmpty();
        ProcedureCase open = only(record("1", "order", "The Office"), record("3", "closure", "tel"));
        assertThat(open.state()).contains("ORDERED");
        assertThat(open.idle()).containsExactly(new IdleRecord("3", "ORDERED", IdleRecord.Why.ACTOR, "office"));
    }

    @Test
    void itIsToldWhyARecordMovedNothing() {
        Map<String, Object> refused = new HashMap<>(record("4", "closure", "The Office"));
        refused.put("result", "open");
        ProcedureCase open = only(
                record("1", "order", "The Office"), record("2", "proof", "tel"), record("3", "proof", "tel"), refused);
        assertThat(open.idle())
                .containsExactly(
                        new IdleRecord("3", "DONE", IdleRecord.Why.STATE, ""),
                        new IdleRecord("4", "DONE", IdleRecord.Why.CONDITION, ""));
    }

    @Test
    void anActorWithoutAConditionMayBeAnybody() {
        assertThat(only(record("1", "order", "The Office"), record("2", "proof", "whoever"))
                        .state())
                .contains("DONE");
    }

    @Test
    void whereItIsOpenWhoseRecordItIsTheStateIsUnknown() {
        ProcedureCase open = only(record("1", "order", "The Office"), record("3", "closure", "An office"));
        assertThat(open.state()).isEmpty();
        assertThat(open.states()).containsExactlyInAnyOrder("ORDERED", "OVER");
        assertThat(only(record("1", "order", "An office")).states()).containsExactlyInAnyOrder("NONE", "ORDERED");
    }

    @Test
    void anActorWhoseRecordsNoMoveReadsIsRefused() {
        String wrong = PACK.replace("actors: {office:", "actors: {ofice:");
        FaultException refused = catchThrowableOfType(
                FaultException.class, () -> PackReader.read(wrong.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unknown-actor");
            assertThat(fault.hint()).isEqualTo("Did you mean 'office'?");
            assertThat(fault.line()).isEqualTo(16);
        });
    }
}
