package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A duty is in the calendar once: what the clock of a component's case asks for, no verdict on that component asks for again, nor
 * one of which the pack says that this procedure tells its day.
 */
class ToldOnceTest {
    private static final String PROCEDURE =
            """
            procedures:
              removal:
                title: {en: Removal}
                source: {act: Act, section: "3", mark: choice}
                opens: [{by: component, when: "component.domain == 'core'", from: "date('2026-01-01')", start: IN_SCOPE}]
                states:
                  IN_SCOPE: {title: {en: to be removed}}
                  BREACH: {end: true, breach: true, title: {en: still there}}
                moves:
                  - {from: IN_SCOPE, at: "date('2027-01-01')", to: BREACH, actor: operator, task: {en: Remove it}}
                cases:
                  - {given: {components: [{id: c, domain: core}]}, states: {2026-12-31: IN_SCOPE, 2027-01-01: BREACH}}
            """;
    private static final String RULE =
            """
              - id: XX-ONE-R
                title: Removed by the end of 2026
                binding: law
                severity: low
                subject: component
                source: {act: Act, section: "3", mark: choice}
                decide: [{then: FAIL, due: "date('2026-12-31')", because: still there, remedy: plan its removal}]
                cases:
                  - {asOf: 2026-11-21, given: {components: [{id: c, domain: core}]}, expect: FAIL, due: 2026-12-31}
            """;
    private static final String OPERATORS =
            """
              - id: XX-ONE-ALL
                title: All removed by the end of 2026
                binding: law
                severity: low
                subject: operator
                clockedBy: removal
                source: {act: Act, section: "3", mark: choice}
                decide: [{then: FAIL, due: "date('2026-12-%s')", because: still there, remedy: plan it}]
                cases:
                  - {asOf: 2026-11-21, given: {}, expect: FAIL}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": true}}},
             "components": [
               {"id": "c-1", "kind": "equipment", "domain": "core", "product": {"name": "good"}},
               {"id": "c-2", "kind": "equipment", "domain": "ran", "product": {"name": "good"}}],
             "evidence": [], "contracts": [], "orders": []}
            """;

    @TempDir
    private Path data;

    private static final String CERTIFICATES =
            """
              - id: XX-ONE-E
                title: A certificate that ends
                binding: law
                severity: low
                subject: evidence.certificate
                source: {act: Act, section: "4", mark: choice}
                decide: [{then: WARN, due: "certificate.validUntil", because: it ends, remedy: Have it renewed.}]
                cases:
                  - {asOf: 2026-11-21, given: {evidence: [{id: e, kind: certificate, validUntil: 2027-01-15}]}, expect: WARN, due: 2027-01-15}
            """;

    private List<String> told(String rules, String network) {
        try (Bench bench = Bench.of(data, PROCEDURE, rules)) {
            bench.send(network);
            bench.audit("alpha", "xx-one");
            return told(bench);
        }
    }

    private static List<String> told(Bench bench) {
        return bench.core.procedures().deadlines("alpha", null, 90).deadlines().stream()
                .map(one -> one.kind() + " " + one.day() + " "
                        + one.subjects().get(0).id() + " " + one.count())
                .toList();
    }

    @Test
    void aVerdictOnAComponentIsLeftToTheClockOfItsCaseAndStaysWhereThereIsNone() {
        assertThat(told(RULE, NETWORK)).containsExactly("CLOCK 2026-12-31 c-1 1", "FINDING 2026-12-31 c-2 1");
    }

    @Test
    void aVerdictOnTheOperatorIsLeftToTheCasesOfTheProcedureThatItsRuleNames() {
        assertThat(told(OPERATORS.formatted("31"), NETWORK)).containsExactly("CLOCK 2026-12-31 c-1 1");
    }

    @Test
    void itStaysOnAnotherDayAndWhereThereIsNoCase() {
        assertThat(told(OPERATORS.formatted("30"), NETWORK))
                .containsExactly("CLOCK 2026-12-31 c-1 1", "FINDING 2026-12-30 op 1");
        assertThat(told(OPERATORS.formatted("31"), NETWORK.replace("\"core\"", "\"ran\"")))
                .containsExactly("FINDING 2026-12-31 op 1");
    }

    @Test
    void theLastDayOfARecordAndAConditionOfThatDayAreToldWithTheVerdictThatAsksForIt() {
        String evidence =
                "'evidence': [{'id': 'cert', 'kind': 'certificate', 'holder': 'op', 'validUntil': '2027-01-15', 'terms': ["
                        + "{'text': 'log it', 'due': '2027-01-15'}, {'text': 'report', 'due': '2026-12-15'}]}]";
        String network = NETWORK.replace("\"evidence\": []", evidence.replace('\'', '"'));
        assertThat(told(CERTIFICATES, network))
                .containsExactly("CLOCK 2026-12-31 c-1 1", "CONDITION 2026-12-15 cert 1", "FINDING 2027-01-15 cert 1");
        try (Bench bench = Bench.of(data, PROCEDURE, CERTIFICATES)) {
            bench.send(network);
            bench.audit("alpha", "xx-one");
            assertThat(bench.core.procedures().deadlines("alpha", null, 90).deadlines())
                    .anyMatch(one -> "Have it renewed: last day of the certificate cert: log it"
                            .equals(one.text().get("en")));
        }
    }

    @Test
    void ofCasesOfTheVerdictsOwnKindOnlyTheOneOfItsSubjectTellsItsDay() {
        String declared = RULE.replace("subject: component\n", "subject: component\n    clockedBy: removal\n");
        assertThat(told(declared, NETWORK)).containsExactly("CLOCK 2026-12-31 c-1 1", "FINDING 2026-12-31 c-2 1");
    }
}
