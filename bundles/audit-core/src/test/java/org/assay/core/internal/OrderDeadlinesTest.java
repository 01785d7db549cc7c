package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.AuditRequest;
import org.assay.core.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an order prohibits may be used until the day before: that is its last day, and one line tells it. */
class OrderDeadlinesTest {
    private static final String PROCEDURE =
            """
            procedures:
              orders:
                title: {en: Order}
                severity: critical
                source: {act: Act, section: "4", mark: choice}
                opens: [{by: evidence.prohibition, start: LATER}]
                states:
                  LATER: {title: {en: prohibited from a later day}}
                  IN_USE: {breach: true, title: {en: in use}}
                  OVER: {end: true, title: {en: lifted}}
                moves:
                  - {from: LATER, at: "prohibition.validFrom", to: IN_USE, actor: operator, task: {en: Take it out of use.}}
                  - {from: [LATER, IN_USE], on: evidence.lifting, to: OVER, actor: authority}
                cases:
                  - {given: {evidence: [{id: p, kind: prohibition, issued: 2026-05-01, validFrom: 2026-09-01}]}, case: p, states: {2026-08-31: LATER until 2026-09-01, 2026-09-01: IN_USE}}
                  - {given: {evidence: [{id: p, kind: prohibition, issued: 2026-05-01, validFrom: 2026-09-01}, {id: l, kind: lifting, about: [p], issued: 2026-10-01}]}, case: p, states: {2026-09-01: IN_USE, 2026-10-01: OVER}}
            """;
    private static final String RULE =
            """
              - id: XX-ONE-ORDER
                title: Out of use
                binding: law
                severity: low
                subject: component
                source: {act: Act, section: "4", mark: choice}
                decide: [{then: PENDING, due: "date('2026-12-14')", because: an order, remedy: Plan its removal.}]
                cases:
                  - {asOf: 2026-11-21, given: {components: [{id: c}]}, expect: PENDING, due: 2026-12-14}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "components": [{"id": "c", "kind": "equipment", "domain": "core", "status": "in-service", "firstUse": "2024-01-01"}],
             "evidence": [EVIDENCE], "contracts": [],
             "orders": [{"id": "o", "authority": "BMI", "effect": "prohibited", "component": "c", "use": "present",
                         "issued": "2026-09-01", "effective": "2026-12-15"}]}
            """;
    private static final LocalDate LAST = LocalDate.parse("2026-12-14");

    @TempDir
    private Path data;

    private List<Deadline> due(String rules, String evidence, LocalDate day) {
        try (Bench bench = Bench.of(data, PROCEDURE, rules)) {
            bench.send(NETWORK.replace("EVIDENCE", evidence));
            bench.core
                    .audits()
                    .create(AuditRequest.of("alpha", List.of("xx-one"), LocalDate.parse("2026-12-01")), "tester");
            return bench.core.procedures().deadlines("alpha", day, 30).deadlines();
        }
    }

    private static void isTheOrder(Deadline one) {
        assertThat(one.day()).isEqualTo(LAST);
        assertThat(one.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(one.names()).containsExactly(new Subject("component", "c"));
        assertThat(one.text())
                .containsEntry(
                        "en", "Take c out of use before 2026-12-15: from that day on an order of BMI prohibits its use")
                .containsKeys("de", "fr");
    }

    @Test
    void itsLastDayIsTheOneBeforeItIsEffectiveAndTheLineSaysWhatToDo() {
        List<Deadline> onTheDay = due("", "", LAST);
        assertThat(onTheDay).singleElement().satisfies(OrderDeadlinesTest::isTheOrder);
        assertThat(onTheDay.get(0).isOverdue(LAST)).isFalse();
        assertThat(onTheDay.get(0).isOverdue(LAST.plusDays(1))).isTrue();
    }

    @Test
    void itStaysWhileThatIsInService() {
        assertThat(due("", "", LocalDate.parse("2026-12-28")))
                .singleElement()
                .satisfies(OrderDeadlinesTest::isTheOrder);
    }

    @Test
    void theCaseOfTheSameProhibitionTellsItInItsPlaceBeforeAndAfterItsDay() {
        String evidence = "{'id': 'p', 'kind': 'prohibition', 'issued': '2026-09-01', 'validFrom': '2026-12-15',"
                + " 'scope': {'components': ['c']}}";
        for (String day : List.of("2026-12-10", "2026-12-28")) {
            assertThat(due("", evidence.replace('\'', '"'), LocalDate.parse(day)))
                    .extracting(one -> one.day() + " " + one.kind() + " " + one.severity())
                    .containsExactly("2026-12-14 CLOCK CRITICAL");
        }
    }

    @Test
    void oneThatBeginsOnAnotherDayIsAnotherOrder() {
        String evidence = "{'id': 'p', 'kind': 'prohibition', 'issued': '2026-09-01', 'validFrom': '2026-12-16',"
                + " 'scope': {'components': ['c']}}";
        assertThat(due("", evidence.replace('\'', '"'), LAST)).hasSize(2);
    }

    @Test
    void aVerdictOnTheComponentForTheSameDayIsToldWithIt() {
        assertThat(due(RULE, "", LAST)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Deadline.Kind.FINDING);
            assertThat(one.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(one.text().get("en")).startsWith("Plan its removal: Take c out of use before 2026-12-15");
        });
    }
}
