package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;

/** A record counts only where it is its actor's. */
class ActorsTest {
    private static final String MACHINE =
            """
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

    private static List<ProcedureCase> cases(Object... evidence) {
        Map<String, Object> given = Map.of("operator", Map.of("id", "tel"), "evidence", List.of(evidence));
        return ProcedurePacks.cases(ProcedurePacks.rules(MACHINE), given, "2026-02-01");
    }

    private static ProcedureCase only(Object... evidence) {
        List<ProcedureCase> cases = cases(evidence);
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
        assertThat(cases(record("1", "order", "tel"))).isEmpty();
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
        String wrong = MACHINE.replace("actors: {office:", "actors: {ofice:");
        FaultException refused = catchThrowableOfType(FaultException.class, () -> ProcedurePacks.pack(wrong));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unknown-actor");
            assertThat(fault.hint()).isEqualTo("Did you mean 'office'?");
            assertThat(fault.line()).isEqualTo(16);
        });
    }
}
