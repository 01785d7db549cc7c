package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of two records of one day neither the order of the document nor their names decide which came first. */
class SameDayTest {
    private static final String MACHINE =
            """
            procedures:
              application:
                title: An application
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.file, start: PENDING}]
                states:
                  PENDING: {title: pending}
                  REFUSED: {title: refused}
                  GRANTED: {title: granted, end: true}
                  TOLD: {title: told}
                moves:
                  - {from: [PENDING, REFUSED], on: evidence.decision, when: "move.result == 'granted'", to: GRANTED, actor: office}
                  - {from: PENDING, on: evidence.decision, when: "move.result == 'refused'", to: REFUSED, actor: office}
                  - {from: [PENDING, TOLD], on: evidence.news, to: TOLD, actor: office, keep: news}
                  - {from: TOLD, on: evidence.decision, when: "move.result == 'refused'", to: REFUSED, actor: office}
            """;

    private static Map<String, Object> record(String id, String kind, String result, String... about) {
        Map<String, Object> record = new TreeMap<>(Map.of("id", id, "kind", kind, "received", "2026-01-10"));
        record.put("about", List.of(about));
        if (!result.isEmpty()) {
            record.put("result", result);
        }
        return record;
    }

    private static Map<String, Object> issued(Map<String, Object> record, String day) {
        record.put("issued", day);
        return record;
    }

    private static ProcedureCase only(Object... more) {
        List<Object> evidence = new ArrayList<>(List.of(more));
        evidence.add(Map.of("id", "f", "kind", "file", "received", "2026-01-01"));
        return ProcedurePacks.only(ProcedurePacks.rules(MACHINE), Map.of("evidence", evidence), "2026-02-01");
    }

    @Test
    void a_refusal_that_cannot_follow_a_grant_may_only_have_come_before_it() {
        assertThat(only(record("a", "decision", "refused", "f"), record("b", "decision", "granted", "f"))
                        .state())
                .contains("GRANTED");
        assertThat(only(record("b", "decision", "refused", "f"), record("a", "decision", "granted", "f"))
                        .state())
                .contains("GRANTED");
    }

    @Test
    void where_the_order_decides_and_nothing_tells_it_the_state_is_unknown_whatever_the_names_are() {
        for (List<String> names : List.of(List.of("a", "b"), List.of("b", "a"))) {
            ProcedureCase open =
                    only(record(names.get(0), "decision", "refused", "f"), record(names.get(1), "news", "", "f"));
            assertThat(open.state()).contains("REFUSED");
            ProcedureCase split =
                    only(record(names.get(0), "decision", "granted", "f"), record(names.get(1), "news", "", "f"));
            assertThat(split.states()).containsExactlyInAnyOrder("GRANTED", "TOLD");
            assertThat(split.missing()).containsExactly("evidence/a/about", "evidence/b/about");
        }
    }

    @Test
    void a_record_comes_after_those_that_it_is_about() {
        assertThat(only(record("a", "news", "", "b", "f"), record("b", "decision", "granted", "f"))
                        .state())
                .contains("GRANTED");
        assertThat(only(record("a", "news", "", "f"), record("b", "decision", "granted", "f", "a"))
                        .state())
                .contains("TOLD");
    }

    @Test
    void of_two_that_came_on_one_day_the_one_issued_earlier_is_read_first() {
        assertThat(only(
                                issued(record("b", "decision", "granted", "f"), "2026-01-05"),
                                issued(record("a", "news", "", "f"), "2026-01-06"))
                        .state())
                .contains("GRANTED");
    }

    @Test
    void records_about_each_other_come_to_an_end_and_many_of_one_day_too() {
        assertThat(only(record("a", "news", "", "b", "f"), record("b", "news", "", "a", "f"))
                        .state())
                .contains("TOLD");
        Object[] many = new Object[40];
        for (int i = 0; i < many.length; i++) {
            many[i] = record("n" + i, i == 20 ? "decision" : "news", i == 20 ? "refused" : "", "f");
        }
        assertThat(only(many).state()).contains("REFUSED");
    }
}
