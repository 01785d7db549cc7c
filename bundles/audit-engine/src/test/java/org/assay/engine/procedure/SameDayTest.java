package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.PackReader;
import org.junit.jupiter.api.Test;

/** Of two records of one day neither the order of the document nor their names decide which came first. */
class SameDayTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2020-01-01}
            timeZone: Europe/Paris
            title: A test
            authority: Nobody
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
            requirements:
              - id: XX-1
                title: An application
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide: [{then: PASS}]
                cases: [{asOf: 2026-03-01, given: {components: [{id: c}]}, expect: PASS}]
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
        RuleSet rules = RuleSet.compile(PackReader.read(PACK.getBytes(StandardCharsets.UTF_8)));
        LocalDate day = LocalDate.parse("2026-02-01");
        List<ProcedureCase> cases = new Interpreter()
                .open(
                        rules,
                        PreparedFacts.of(TrialRunner.facts(rules.pack(), Map.of("evidence", evidence))),
                        new AuditTerms(day, day, Map.of()))
                .cases();
        assertThat(cases).hasSize(1);
        return cases.get(0);
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
