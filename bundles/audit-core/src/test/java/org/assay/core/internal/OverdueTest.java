package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assay.api.Severity;
import org.assay.core.AuditRequest;
import org.assay.core.CaseView;
import org.assay.core.Deadline;
import org.assay.core.Networks.Format;
import org.assay.core.Webhooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was to be done by a day, and was not, stays in the calendar. */
class OverdueTest {
    private static final String PROCEDURE =
            """
            procedures:
              reporting:
                title: {en: Reports every six months}
                source: {act: Act, section: "4", mark: choice}
                severity: medium
                opens: [{by: evidence.duty, start: RUNNING}]
                states:
                  RUNNING: {title: {en: the next report is not due yet}}
                  LATE: {breach: true, title: {en: a report is late}}
                  WARNED: {missed: true, title: {en: "a report is late, and the authority has written"}}
                  UNANSWERED: {missed: true, title: {en: "a report is late, and the authority has no answer"}}
                  STOPPED: {breach: true, title: {en: the authority has stopped the service}}
                  RELEASED: {end: true, title: {en: the duty is over}}
                moves:
                  - {from: [RUNNING, LATE, WARNED, UNANSWERED, STOPPED], on: evidence.report, to: RUNNING, actor: operator}
                  - {from: RUNNING, at: "addDays(addMonths(entered, 6), 1)", to: LATE, actor: operator, task: {en: Send the report}}
                  - {from: [RUNNING, LATE], on: evidence.warning, to: WARNED, actor: authority}
                  - {from: WARNED, on: evidence.release, to: RELEASED, actor: authority}
                  - {from: WARNED, at: "addDays(entered, 31)", to: UNANSWERED, actor: operator, task: {en: Answer the authority}}
                  - {from: RUNNING, on: evidence.stop, to: STOPPED, actor: authority}
                cases:
                  - {given: {evidence: [{id: d, kind: duty, issued: 2026-02-28}, {id: w, kind: warning, about: [d], issued: 2026-09-10}, {id: r, kind: report, about: [w], issued: 2026-10-01}, {id: v, kind: warning, about: [d], issued: 2026-10-02}, {id: x, kind: release, about: [d], issued: 2026-10-03}]}, case: d, states: {2026-08-28: RUNNING until 2026-08-29, 2026-08-29: LATE, 2026-09-10: WARNED, 2026-10-01: RUNNING, 2026-10-02: WARNED, 2026-10-03: RELEASED}}
                  - {given: {evidence: [{id: d, kind: duty, issued: 2026-02-28}, {id: w, kind: warning, about: [d], issued: 2026-09-10}]}, case: d, states: {2026-10-10: WARNED, 2026-10-11: UNANSWERED}}
                  - {given: {evidence: [{id: d, kind: duty, issued: 2026-02-28}, {id: s, kind: stop, about: [d], issued: 2026-03-10}]}, case: d, states: {2026-03-10: STOPPED}}
            """;
    private static final String RULES =
            """
              - id: XX-ONE-AUDIT
                title: {en: An audit by its day}
                binding: law
                severity: medium
                addressee: operator
                subject: operator
                source: {act: Act, section: "5", mark: choice}
                consequence: A fine
                decide:
                  - {when: "operator.facts.big", then: PASS, due: "date('2026-12-31')", because: audited, remedy: Have the next audit}
                  - {when: "asOf <= date('2026-11-30')", then: PENDING, due: "date('2026-11-30')", because: not yet, remedy: Have the audit}
                  - {then: FAIL, due: "date('2026-11-30')", because: not audited, remedy: Have the audit}
                cases:
                  - {asOf: 2026-11-30, given: {operator: {facts: {xx-one: {big: true}}}}, expect: PASS}
                  - {asOf: 2026-11-30, given: {operator: {facts: {xx-one: {big: false}}}}, expect: PENDING}
                  - {asOf: 2026-12-01, given: {operator: {facts: {xx-one: {big: false}}}}, expect: FAIL}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": false}}},
             "components": [
               {"id": "c-1", "kind": "equipment", "domain": "passive", "plannedRemoval": "2026-11-10", "removed": %s},
               {"id": "c-2", "kind": "equipment", "domain": "passive", "plannedRemoval": "2026-11-10", "status": "removed"}],
             "evidence": [
               {"id": "cert", "kind": "certificate", "validUntil": "2027-01-15", "terms": [{"text": "log sessions", "due": "2026-11-15"%s}]},
               {"id": "over", "kind": "certificate", "validUntil": "2026-11-12", "terms": [{"text": "of no use any more", "due": "2026-11-01"}]},
               {"id": "later", "kind": "certificate", "issued": "2026-11-22", "terms": [{"text": "not known yet", "due": "2026-11-01"}]},
               {"id": "gone", "kind": "certificate", "ended": "2026-11-21", "validUntil": "2027-01-20"},
               {"id": "stays", "kind": "certificate", "ended": "never", "validUntil": "2027-01-25"}%s],
             "contracts": [], "orders": []}
            """;
    private static final String DUTY = ", {\"id\": \"d\", \"kind\": \"duty\", \"issued\": \"2026-04-30\"}";

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, PROCEDURE, RULES);
        send("null", "", "");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void send(String removed, String done, String evidence) {
        bench.send(NETWORK.formatted(removed, done, evidence).replace(", \"removed\": null", ""));
    }

    private List<String> due(String from, int days) {
        return bench.core.procedures().deadlines("alpha", LocalDate.parse(from), days).deadlines().stream()
                .map(one -> one.kind() + " " + one.day() + " " + one.text().get("en"))
                .toList();
    }

    @Test
    void aConditionAndARemovalStayUntilTheyAreDoneAndWhatOnlyEndsDoesNot() {
        assertThat(due("2026-11-21", 60))
                .containsExactly(
                        "CONDITION 2026-11-15 log sessions",
                        "REMOVAL 2026-11-10 planned removal",
                        "EXPIRY 2027-01-15 last day of the certificate cert");
        send("\"2026-11-20\"", ", \"done\": \"2026-11-21\"", "");
        assertThat(due("2026-11-21", 60)).containsExactly("EXPIRY 2027-01-15 last day of the certificate cert");
        assertThat(due("2026-11-19", 60))
                .as("before they were done")
                .contains("CONDITION 2026-11-15 log sessions", "REMOVAL 2026-11-10 planned removal");
        assertThat(due("2026-11-21", 65)).contains("EXPIRY 2027-01-25 last day of the certificate stays");
    }

    @Test
    void whatWasTakenBackIsDueNoMoreUnlessTheCorrectionIsTakenBackToo() {
        String wrong = ", {\"id\": \"k\", \"kind\": \"correction\", \"about\": [\"cert\"], \"issued\": \"2026-11-18\"}";
        send("\"2026-11-09\"", "", wrong);
        String condition = "CONDITION 2026-11-15 log sessions";
        assertThat(due("2026-11-17", 0)).contains(condition);
        assertThat(due("2026-11-18", 365)).doesNotContain(condition).noneMatch(one -> one.contains("certificate cert"));
        String back = ", {\"id\": \"l\", \"kind\": \"correction\", \"about\": [\"k\"], \"issued\": \"2026-11-20\"}";
        send("\"2026-11-09\"", "", wrong + back);
        assertThat(due("2026-11-19", 0)).doesNotContain(condition);
        assertThat(due("2026-11-20", 0)).contains(condition);
    }

    @Test
    void aPeriodicReportIsDueOnItsDayAndOverdueFromTheDayAfterUntilItIsSent() {
        send("\"2026-11-09\"", ", \"done\": \"2026-11-09\"", DUTY);
        String report = "CLOCK 2026-10-30 Send the report";
        assertThat(due("2026-10-29", 1)).contains(report);
        assertThat(due("2026-10-30", 0)).contains(report);
        assertThat(due("2026-10-31", 0)).contains(report);
        assertThat(due("2028-02-29", 0)).contains(report);
        String terms = ", 'terms': [{'text': 'report', 'due': '2026-10-30'}, {'text': 'log', 'due': '2026-10-29'}]}";
        send("\"2026-11-09\"", ", \"done\": \"2026-11-09\"", DUTY.replace("}", terms.replace('\'', '"')));
        assertThat(due("2026-10-30", 0)).contains(report + ": report").doesNotContain("CONDITION 2026-10-30 report");
        assertThat(due("2026-10-31", 0)).as("once").containsExactlyInAnyOrder(report, "CONDITION 2026-10-29 log");
        String warned =
                DUTY + ", {\"id\": \"w\", \"kind\": \"warning\", \"about\": [\"d\"], \"issued\": \"2026-11-05\"}";
        send("\"2026-11-09\"", ", \"done\": \"2026-11-09\"", warned);
        assertThat(due("2026-11-21", 0)).as("a warning does not send it").containsExactly(report);
        String sent =
                warned + ", {\"id\": \"r\", \"kind\": \"report\", \"about\": [\"d\"], \"issued\": \"2026-11-20\"}";
        send("\"2026-11-09\"", ", \"done\": \"2026-11-09\"", sent);
        assertThat(due("2026-11-19", 0)).contains(report);
        assertThat(due("2026-11-20", 0)).doesNotContain(report);
        assertThat(due("2026-11-21", 365)).contains("CLOCK 2027-05-20 Send the report");
    }

    @Test
    void theIdStaysTheSameWhenTheDayIsOver() {
        send("null", "", DUTY);
        assertThat(clock("2026-10-31").id()).isEqualTo(clock("2026-10-30").id());
        assertThat(clock("2026-10-30").isOverdue(LocalDate.parse("2026-10-30"))).isFalse();
        assertThat(clock("2026-10-31").isOverdue(LocalDate.parse("2026-10-31"))).isTrue();
        assertThat(clock("2026-10-31").count()).isEqualTo(1);
        assertThat(clock("2026-10-31").severity()).as("as the pack says").isEqualTo(Severity.MEDIUM);
    }

    private Deadline clock(String from) {
        return bench.core.procedures().deadlines("alpha", LocalDate.parse(from), 0).deadlines().stream()
                .filter(one -> one.kind() == Deadline.Kind.CLOCK)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCaseTellsWhatIsOverdueInIt() {
        send("null", "", DUTY);
        assertThat(only("2026-10-30").overdue()).isEmpty();
        CaseView.Clock late = only("2026-10-31").overdue().get(0);
        assertThat(late.lastDay()).isEqualTo("2026-10-30");
        assertThat(late.task()).containsEntry("en", "Send the report");
    }

    @Test
    void eachTaskThatWasMissedStaysNotOnlyTheLast() {
        send(
                "null",
                "",
                DUTY + ", {\"id\": \"w\", \"kind\": \"warning\", \"about\": [\"d\"], \"issued\": \"2026-11-05\"}");
        assertThat(due("2026-12-05", 0))
                .contains("CLOCK 2026-10-30 Send the report", "CLOCK 2026-12-05 Answer the authority");
        assertThat(only("2026-12-06").overdue())
                .extracting(clock -> clock.task().get("en"))
                .containsExactly("Send the report", "Answer the authority");
        assertThat(due("2026-12-06", 0))
                .contains("CLOCK 2026-10-30 Send the report", "CLOCK 2026-12-05 Answer the authority");
    }

    @Test
    void aBreachThatNoClockLedToIsOverdueAsLongAsItStands() {
        String stopped = DUTY + ", {\"id\": \"s\", \"kind\": \"stop\", \"about\": [\"d\"], \"issued\": \"2026-06-05\"}";
        send("null", "", stopped);
        String breach = "CLOCK 2026-06-04 the authority has stopped the service";
        assertThat(due("2026-06-04", 0)).doesNotContain(breach);
        assertThat(due("2026-06-05", 0)).contains(breach);
        assertThat(due("2026-11-21", 0)).contains(breach);
        send(
                "null",
                "",
                stopped + ", {\"id\": \"r\", \"kind\": \"report\", \"about\": [\"d\"], \"issued\": \"2026-11-20\"}");
        assertThat(due("2026-11-21", 0)).doesNotContain(breach);
    }

    @Test
    void aBreachSaysWhatEndsItWhereThePackDoes() {
        String told = PROCEDURE.replace("the service}}", "the service}, task: {en: Have the stop lifted}}");
        bench.arrive("xx-two", 2, TestPacks.with("xx-two", told, ""));
        String stop = DUTY + ", {\"id\": \"s\", \"kind\": \"stop\", \"about\": [\"d\"], \"issued\": \"2026-06-05\"}";
        send("\"2026-11-09\"", ", \"done\": \"2026-11-09\"", stop);
        assertThat(bench.core
                        .procedures()
                        .deadlines("alpha", LocalDate.parse("2026-06-05"), 0)
                        .deadlines())
                .extracting(Deadline::regime, one -> one.text().get("en"), Deadline::owner)
                .containsExactlyInAnyOrder(
                        tuple("xx-one", "the authority has stopped the service", "operator"),
                        tuple("xx-two", "Have the stop lifted", "operator"));
    }

    private CaseView only(String day) {
        return bench.core.procedures().cases("alpha", LocalDate.parse(day)).get(0);
    }

    @Test
    void whatAnAuditFoundUndoneStaysAndWhatPassesIsDueAgain() {
        audit("2026-11-21");
        assertThat(finding("2026-11-21")).containsExactly("2026-11-30 Have the audit");
        assertThat(finding("2026-12-01")).as("not audited since").containsExactly("2026-11-30 Have the audit");
        audit("2026-12-01");
        assertThat(finding("2026-12-01")).containsExactly("2026-11-30 Have the audit");
        String done = NETWORK.formatted("null", "", "").replace(", \"removed\": null", "");
        bench.core
                .networks()
                .addSnapshot("alpha", Format.JSON, Bench.stream(done.replace("\"big\": false", "\"big\": true")), "t");
        audit("2026-11-21");
        assertThat(finding("2026-11-21")).containsExactly("2026-12-31 Have the next audit");
    }

    private void audit(String asOf) {
        bench.clock.forward(Duration.ofMinutes(1));
        AuditRequest request = AuditRequest.of("alpha", List.of("xx-one"), LocalDate.parse(asOf));
        bench.core.audits().create(request, "tester");
    }

    private List<String> finding(String from) {
        return bench.core.procedures().deadlines("alpha", LocalDate.parse(from), 40).deadlines().stream()
                .filter(one -> one.kind() == Deadline.Kind.FINDING)
                .map(one -> one.day() + " " + one.text().get("en"))
                .toList();
    }

    @Test
    void whatIsOverdueComesBeforeAllElseTheGravestFirst() {
        send("null", "", DUTY);
        assertThat(bench.core
                        .procedures()
                        .deadlines("alpha", LocalDate.parse("2026-11-21"), 90)
                        .deadlines())
                .extracting(one -> one.severity() + " " + one.kind())
                .startsWith(Severity.HIGH + " CONDITION", Severity.MEDIUM + " CLOCK", Severity.MEDIUM + " REMOVAL");
    }

    @Test
    void itIsToldOnceToWhoWantsToKnow() {
        WebhookBench hooks = new WebhookBench(data.resolve("hooks"));
        hooks.subscribe(Webhooks.DEADLINE_OVERDUE);
        for (int day = 0; day < 20; day++) {
            hooks.announce();
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofDays(1));
        }
        assertThat(hooks.receiver.taken())
                .extracting(request -> request.json()
                                .path("data")
                                .path("overdueSince")
                                .asText() + " "
                        + request.json().path("data").path("daysOverdue").asInt())
                .containsExactly("2026-12-06 1");
        assertThat(Set.copyOf(hooks.types())).containsExactly(Webhooks.DEADLINE_OVERDUE);
    }
}
