package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clocks whose conditions exclude each other lead nowhere while it is not known which of them holds. */
class OpenLoopTest {
    private static final String MACHINE =
            """
            procedures:
              removal:
                title: A removal
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.order, start: SUSPECTED}]
                states:
                  SUSPECTED: {title: suspected, breach: true}
                  DONE: {title: done}
                  NOTIFIED: {title: notified, end: true}
                moves:
                  - {from: SUSPECTED, at: order.validFrom, when: "order.validUntil <= asOf", to: DONE, actor: operator}
                  - {from: DONE, at: entered, when: "order.validUntil > asOf", to: SUSPECTED, actor: operator, task: remove it}
                  - {from: [SUSPECTED, DONE], on: evidence.notice, to: NOTIFIED, actor: authority}
            """;

    private static ProcedureCase only(String machine, Map<String, Object> facts, Object... more) {
        Map<String, Object> order = new HashMap<>(facts);
        order.putAll(Map.of("id", "o", "kind", "order", "issued", "2026-01-01", "validFrom", "2026-02-01"));
        List<Object> evidence = new ArrayList<>(List.of(order));
        evidence.addAll(List.of(more));
        return ProcedurePacks.only(ProcedurePacks.rules(machine), Map.of("evidence", evidence), "2026-03-01");
    }

    @Test
    void it_may_be_in_either_state_and_asks_for_the_fact() {
        ProcedureCase open = only(MACHINE, Map.of());
        assertThat(open.error()).isEmpty();
        assertThat(open.states()).containsExactly("DONE", "SUSPECTED");
        assertThat(open.missing()).containsExactly("evidence/o/validUntil");
        assertThat(open.history()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void a_record_moves_it_on_all_the_same() {
        Map<String, Object> notice = Map.of("id", "n", "kind", "notice", "about", List.of("o"), "issued", "2026-02-10");
        ProcedureCase moved = only(MACHINE, Map.of(), notice);
        assertThat(moved.state()).hasValue("NOTIFIED");
    }

    @Test
    void once_the_fact_is_known_so_is_the_state() {
        assertThat(only(MACHINE, Map.of("validUntil", "2026-12-31")).state()).hasValue("SUSPECTED");
    }

    @Test
    void clocks_that_are_sure_to_lead_to_and_fro_are_an_error() {
        String sure = MACHINE.replaceAll("when: \"[^\"]*\", ", "");
        assertThat(only(sure, Map.of()).error()).contains("clocks move the case without end");
    }
}
