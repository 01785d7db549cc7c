package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.eval.RuleSet;
import org.junit.jupiter.api.Test;

/** Whether a clock that asks for something will strike, looked at on its day with what is known before. */
class IdleClockTest {
    private static final String MACHINE =
            """
            procedures:
              permit:
                title: A permit that ends
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.permit, start: RUNS}]
                states:
                  RUNS: {title: it runs}
                  ILLEGAL: {title: it ended while something ran, breach: true, end: true}
                  OVER: {title: it ended, end: true}
                moves:
                  - from: RUNS
                    at: "addDays(permit.validUntil, 1)"
                    when: "componentsOf(permit).exists(c, inService(c, asOf) && !evidenceFor(c, 'permit').exists(p, p.validFrom <= asOf && p.validUntil >= asOf))"
                    to: ILLEGAL
                    actor: operator
                    task: switch it off
                  - {from: RUNS, at: "addDays(permit.validUntil, 1)", to: OVER, actor: operator}
            """;

    private static final String REPORTS =
            """
            procedures:
              permit:
                title: A permit with a report
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.permit, start: RUNS}]
                states:
                  RUNS: {title: it runs}
                  LATE: {title: no report, breach: true}
                  OVER: {title: it ended, end: true}
                moves:
                  - {from: [RUNS, LATE], at: "addDays(permit.validUntil, 1)", to: OVER, actor: operator}
                  - {from: RUNS, at: "addMonths(permit.issued, 8)", to: LATE, actor: operator, task: report}
            """;

    private final RuleSet rules = ProcedurePacks.rules(MACHINE);

    private CaseClock clock(String day, Map<String, Object> component, Object... more) {
        Map<String, Object> one = new TreeMap<>(Map.of("id", "c", "status", "in-service", "firstUse", "2026-01-01"));
        one.putAll(component);
        one.values().removeIf(""::equals);
        List<Object> evidence = new ArrayList<>(List.of(permit("p", "2026-01-01", "2026-06-30", "2026-01-01")));
        evidence.addAll(List.of(more));
        Map<String, Object> given = Map.of("components", List.of(one), "evidence", evidence);
        CaseClock first = ProcedurePacks.cases(rules, given, day).stream()
                .filter(some -> some.subject().id().equals("p"))
                .findFirst()
                .orElseThrow()
                .clocks()
                .get(0);
        assertThat(first.to()).isEqualTo("ILLEGAL");
        return first;
    }

    private static Map<String, Object> permit(String id, String from, String until, String issued) {
        Map<String, Object> scope = Map.of("components", List.of("c"));
        return Map.of(
                "id", id, "kind", "permit", "issued", issued, "validFrom", from, "validUntil", until, "scope", scope);
    }

    @Test
    void what_runs_now_and_is_not_known_to_stop_will_run() {
        assertThat(clock("2026-03-01", Map.of()).idle()).isFalse();
    }

    @Test
    void what_is_known_to_be_gone_on_the_day_counts_on_that_day() {
        assertThat(clock("2026-03-01", Map.of("removed", "2026-07-01")).idle()).isTrue();
        assertThat(clock("2026-03-01", Map.of("removed", "2026-07-02")).idle()).isFalse();
    }

    @Test
    void a_plan_is_not_taken_as_done() {
        assertThat(clock("2026-03-01", Map.of("plannedRemoval", "2026-06-01")).idle())
                .isFalse();
    }

    @Test
    void what_begins_before_the_day_counts_although_it_does_not_today() {
        Map<String, Object> next = permit("q", "2026-07-01", "2027-06-30", "2026-02-01");
        assertThat(clock("2026-03-01", Map.of(), next).idle()).isTrue();
        Map<String, Object> late = permit("q", "2026-07-02", "2027-06-30", "2026-02-01");
        assertThat(clock("2026-03-01", Map.of(), late).idle()).isFalse();
    }

    @Test
    void a_record_that_has_not_come_yet_is_not_seen() {
        Map<String, Object> next = permit("q", "2026-07-01", "2027-06-30", "2026-03-02");
        assertThat(clock("2026-03-01", Map.of(), next).idle()).isFalse();
        assertThat(clock("2026-03-02", Map.of(), next).idle()).isTrue();
    }

    @Test
    void a_correction_of_today_counts_and_one_of_tomorrow_does_not() {
        Map<String, Object> next = permit("q", "2026-07-01", "2027-06-30", "2026-02-01");
        Map<String, Object> wrong =
                Map.of("id", "w", "kind", "correction", "about", List.of("q"), "issued", "2026-03-02");
        assertThat(clock("2026-03-01", Map.of(), next, wrong).idle()).isTrue();
        assertThat(clock("2026-03-02", Map.of(), next, wrong).idle()).isFalse();
    }

    @Test
    void a_fact_that_is_missing_leaves_it_open_and_is_named() {
        CaseClock open = clock("2026-03-01", Map.of("status", "", "firstUse", ""));
        assertThat(open.idle()).isFalse();
        assertThat(open.missing()).contains("component/c/firstUse");
    }

    @Test
    void one_without_a_task_asks_for_nothing_and_is_not_looked_at() {
        Map<String, Object> given = Map.of(
                "components",
                List.of(Map.of("id", "c", "status", "in-service")),
                "evidence",
                List.of(permit("p", "2026-01-01", "2026-06-30", "2026-01-01")));
        ProcedureCase only = ProcedurePacks.only(rules, given, "2026-03-01");
        assertThat(only.clocks()).extracting(CaseClock::to).containsExactly("ILLEGAL", "OVER");
        assertThat(only.clocks().get(1).missing()).isEmpty();
        assertThat(only.clocks().get(1).idle()).isFalse();
    }

    @Test
    void what_would_be_due_after_the_case_is_sure_to_end_is_not_asked_for() {
        assertThat(report("validUntil", "2026-06-30").idle()).isTrue();
        assertThat(report("validUntil", "2026-09-01").idle()).isFalse();
    }

    @Test
    void an_end_that_is_not_sure_to_come_leaves_it_due() {
        String machine =
                REPORTS.replace("to: OVER", "when: \"componentsOf(permit).exists(c, inService(c, asOf))\", to: OVER");
        assertThat(report(machine, "validUntil", "2026-06-30").idle()).isFalse();
    }

    @Test
    void an_end_in_a_breach_leaves_it_due() {
        String machine = REPORTS.replace("ended, end: true", "ended, end: true, breach: true");
        assertThat(report(machine, "validUntil", "2026-06-30").idle()).isFalse();
    }

    private static CaseClock report(String field, String value) {
        return report(REPORTS, field, value);
    }

    private static CaseClock report(String machine, String field, String value) {
        Map<String, Object> permit = Map.of("id", "p", "kind", "permit", "issued", "2026-01-01", field, value);
        return ProcedurePacks.only(ProcedurePacks.rules(machine), Map.of("evidence", List.of(permit)), "2026-03-01")
                .clocks()
                .stream()
                .filter(some -> some.to().equals("LATE"))
                .findFirst()
                .orElseThrow();
    }
}
