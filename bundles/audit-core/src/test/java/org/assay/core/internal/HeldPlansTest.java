package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.AuditRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held as told is not late; what an order prohibits and runs on is. */
class HeldPlansTest {
    private static final String RULES =
            """
              - id: XX-ONE-HOLD
                title: {en: Not without a certificate}
                binding: law
                severity: critical
                addressee: operator
                subject: component
                source: {act: Act, section: "5", mark: choice}
                decide:
                  - {when: "component.status != 'ordered'", then: NOT_APPLICABLE, because: not planned}
                  - {then: PENDING, code: BLOCK, due: "component.plannedUse", because: no certificate, remedy: Hold the deployment}
                cases:
                  - {asOf: 2026-11-21, given: {components: [{id: c, status: in-service}]}, expect: NOT_APPLICABLE}
                  - {asOf: 2026-11-21, given: {components: [{id: c, status: ordered, plannedUse: 2026-12-01}]}, expect: PENDING, due: 2026-12-01}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "components": [
               {"id": "plan", "kind": "equipment", "domain": "core", "status": "ordered", "plannedUse": "2026-11-01"},
               {"id": "runs", "kind": "equipment", "domain": "core", "status": "in-service", "firstUse": "2024-01-01", "removed": "2026-12-20"},
               {"id": "spare", "kind": "equipment", "domain": "core", "status": "spare"}],
             "evidence": [], "contracts": [],
             "orders": [
               {"id": "o", "authority": "BMI", "effect": "prohibited", "component": "runs", "issued": "2026-09-01", "effective": "2026-11-01"},
               {"id": "s", "authority": "a court", "effect": "prohibited", "component": "spare", "issued": "2026-09-01", "effective": "2026-11-02"},
               {"id": "f", "authority": "BNetzA", "effect": "prohibited", "use": "future", "component": "runs", "issued": "2026-09-01", "effective": "2026-11-03"},
               {"id": "c", "authority": "BSI", "effect": "conditions", "component": "runs", "issued": "2026-09-01", "effective": "2026-11-04"},
               {"id": "t", "authority": "a ministry", "effect": "prohibited", "category": "gNB", "issued": "2026-09-01", "effective": "2026-11-05"}]}
            """;

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, "", RULES);
        bench.send(NETWORK);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> due(String day) {
        return bench.core.procedures().deadlines("alpha", LocalDate.parse(day), 30).deadlines().stream()
                .map(one -> one.day() + " " + one.text().get("en"))
                .toList();
    }

    @Test
    void aPlanWhoseDayHasPassedIsNotOverdue() {
        String plan = "2026-11-01 Hold the deployment";
        for (String day : List.of("2026-10-31", "2026-11-01", "2026-11-02")) {
            bench.core.audits().create(AuditRequest.of("alpha", List.of("xx-one"), LocalDate.parse(day)), "tester");
        }
        assertThat(due("2026-10-31")).contains(plan);
        assertThat(due("2026-11-01")).as("its last day").contains(plan);
        assertThat(due("2026-11-02")).doesNotContain(plan);
    }

    @Test
    void whatAnOrderProhibitsStaysUntilItIsOutOfService() {
        String order =
                "2026-10-31 Take runs out of use before 2026-11-01: from that day on an order of BMI prohibits its use";
        assertThat(due("2026-11-01"))
                .contains(
                        order,
                        "2026-11-01 Do not put spare into use: from 2026-11-02 on an order of a court prohibits it",
                        "2026-11-02 No further use of runs from 2026-11-03 on: an order of BNetzA prohibits it",
                        "2026-11-04 An order of BSI takes effect, with conditions: runs",
                        "2026-11-04 Take gNB out of use before 2026-11-05: from that day on an order of a ministry prohibits its use");
        assertThat(due("2026-12-19"))
                .as("what is not in service, of further use alone, of conditions, of a type: not told here")
                .containsExactly(order);
        assertThat(due("2026-12-20")).isEmpty();
    }
}
