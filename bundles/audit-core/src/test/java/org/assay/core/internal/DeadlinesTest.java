package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.api.Severity;
import org.assay.core.CaseFilter;
import org.assay.core.CaseView;
import org.assay.core.ConflictException;
import org.assay.core.Deadline;
import org.assay.core.NotFoundException;
import org.assay.core.Procedures;
import org.assay.core.Verdict;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlinesTest {
    private static final LocalDate BEFORE = LocalDate.parse("2025-12-31");
    private static final String PROCEDURE =
            """
            procedures:
              permit:
                title: {en: A permit, de: Eine Genehmigung}
                source: {act: Act, section: "3", mark: choice}
                opens: [{by: evidence.file, start: PENDING}]
                states:
                  PENDING: {title: {en: waiting, de: wartet}}
                  REFUSED: {title: {en: refused by silence}, end: true}
                moves:
                  - {from: PENDING, after: "addMonths(file.received, 2)", to: REFUSED, actor: operator, task: {en: Ask for a decision}}
                cases:
                  - {given: {evidence: [{id: f, kind: file, received: 2026-10-05}]}, states: {2026-12-04: PENDING, 2026-12-05: REFUSED}}
              licence:
                title: A licence
                source: {act: Act, section: "4", mark: choice}
                opens: [{by: evidence.licence, start: RUNS}]
                states: {RUNS: {title: runs}, MISSED: {title: not asked for again, breach: true, end: true}, OVER: {title: over, end: true}}
                moves:
                  - {from: RUNS, at: "addDays(licence.validUntil, 1)", when: "componentsOf(licence).exists(c, inService(c, asOf))", to: MISSED, actor: operator, task: {en: Ask for another}}
                  - {from: RUNS, at: "addDays(licence.validUntil, 1)", to: OVER, actor: operator}
                  - {from: RUNS, on: evidence.revocation, when: "move.issuer == 'Office'", to: MISSED, actor: authority}
                cases:
                  - {given: {components: [{id: c, status: in-service, firstUse: 2020-01-01}], evidence: [{id: l, kind: licence, validUntil: 2026-12-09, issued: 2026-01-01, scope: {components: [c]}}]}, states: {2026-12-09: RUNS, 2026-12-10: MISSED}}
                  - {given: {evidence: [{id: l, kind: licence, validUntil: 2026-12-09, issued: 2026-01-01, scope: {components: []}}, {id: r, kind: revocation, issuer: Office, about: [l], issued: 2026-03-01}]}, case: l, states: {2026-02-28: RUNS, 2026-03-01: MISSED}}
                  - {given: {evidence: [{id: l, kind: licence, validUntil: 2026-12-09, issued: 2026-01-01, scope: {components: []}}]}, states: {2026-12-09: RUNS, 2026-12-10: OVER}}
            """;
    private static final String FILES =
            """
              - id: XX-ONE-F
                title: A decision is asked for
                binding: law
                severity: low
                subject: evidence.file
                source: {act: Act, section: "3", mark: choice}
                decide: [{then: PENDING, due: "addMonths(file.received, 2)", because: ask for a decision, remedy: ask}]
                cases:
                  - {asOf: 2026-11-21, given: {evidence: [{id: f, kind: file, received: 2026-10-05}]}, expect: PENDING, due: 2026-12-05}
              - id: XX-ONE-G
                title: The file is complete
                binding: law
                severity: low
                subject: evidence.file
                source: {act: Act, section: "4", mark: choice}
                decide: [{then: PENDING, due: "addDays(file.received, 76)", because: complete it, remedy: complete it}]
                cases:
                  - {asOf: 2026-11-21, given: {evidence: [{id: f, kind: file, received: 2026-10-05}]}, expect: PENDING, due: 2026-12-20}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "%s"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": true}}},
             "components": [
               {"id": "c-1", "kind": "equipment", "domain": "core", "product": {"name": "good"}, "plannedRemoval": "2026-12-31"},
               {"id": "c-2", "kind": "equipment", "domain": "core", "product": {"name": "good"}, "plannedRemoval": "2026-12-31"},
               {"id": "c-3", "kind": "equipment", "domain": "core", "product": {"name": "good"}, "plannedRemoval": "2026-12-31", "removed": "2026-11-01"}],
             "evidence": [
               {"id": "f", "kind": "file", "received": "2026-10-05"},
               {"id": "old", "kind": "certificate", "validUntil": "2026-11-20"},
               {"id": "cert", "kind": "certificate", "validUntil": "2027-01-15", "terms": [{"text": "log sessions", "due": "2026-12-01"}, {"text": "done", "due": "2026-12-02", "done": "2026-11-01"}]},
               {"id": "far", "kind": "certificate", "validUntil": "2028-01-15"}],
             "contracts": [], "orders": []}
            """;

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, PROCEDURE, FILES);
        send("Europe/Berlin");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void send(String zone) {
        bench.send(NETWORK.formatted(zone));
    }

    private Procedures procedures() {
        return bench.core.procedures();
    }

    private CaseView only() {
        List<CaseView> cases = procedures().cases("alpha", null);
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    @Test
    void aCaseIsToldWithItsWordsItsClockAndItsHistory() {
        CaseView one = only();
        assertThat(one.state()).isEqualTo("PENDING");
        assertThat(one.stateTitle()).containsEntry("de", "wartet");
        assertThat(one.history()).extracting(CaseView.Move::evidence).containsExactly("f");
        assertThat(one.clocks()).extracting(CaseView.Clock::lastDay).containsExactly(LocalDate.parse("2026-12-05"));
    }

    @Test
    void anInstalledRegimeWithoutRulesForTheDayIsNamed() {
        assertThat(procedures().deadlines("alpha", null, 90).silent()).isEmpty();
        assertThat(procedures().speaking("alpha", null)).containsExactly("xx-one");
        assertThat(procedures().deadlines("alpha", BEFORE, 90).silent()).containsExactly("xx-one");
        assertThat(procedures().speaking("alpha", BEFORE)).isEmpty();
    }

    @Test
    void whatNoCaseCanBeOfIsToldWithTheWordThatWasMeant() {
        assertThat(strange(Set.of("xx-on"), Set.of(), Set.of())).hasValue("regime xx-on, xx-one");
        assertThat(strange(Set.of("xx-one"), Set.of("permt"), Set.of())).hasValue("procedure permt, permit");
        assertThat(strange(Set.of(), Set.of("permit"), Set.of("ghost"))).hasValue("subject ghost, ?");
        assertThat(strange(Set.of("xx-one"), Set.of("permit"), Set.of("f", "c-1")))
                .isEmpty();
    }

    private Optional<String> strange(Set<String> regimes, Set<String> names, Set<String> subjects) {
        return procedures()
                .strange("alpha", null, new CaseFilter(regimes, names, subjects, false))
                .map(one ->
                        one.parameter() + " " + one.value() + ", " + one.near().orElse("?"));
    }

    @Test
    void aClockMovesACaseWhileNobodyLooks() {
        bench.clock.forward(Duration.ofDays(30));
        assertThat(only().state()).isEqualTo("REFUSED");
        assertThat(only().ended()).isTrue();
        assertThat(procedures()
                        .cases("alpha", LocalDate.parse("2026-12-04"))
                        .get(0)
                        .state())
                .isEqualTo("PENDING");
    }

    @Test
    void aClockThatRanOutWhileTheServiceWasDownHasMovedTheCaseOnItsOwnDay() {
        bench.close();
        bench.clock.forward(Duration.ofDays(40));
        bench = bench.restart();
        assertThat(only().state()).isEqualTo("REFUSED");
        assertThat(only().since()).isEqualTo("2026-12-05");
        assertThat(only().history())
                .extracting(move -> move.from() + " " + move.to() + " " + move.day() + " " + move.evidence())
                .containsExactly(" PENDING 2026-10-05 f", "PENDING REFUSED 2026-12-05 ");
    }

    @Test
    void aDayBeginsInTheZoneOfTheNetwork() {
        bench.clock.forward(Duration.ofDays(13).plusHours(11).plusMinutes(30));
        assertThat(only().state())
                .as("half past midnight of 5 December in Berlin")
                .isEqualTo("REFUSED");
        send("America/New_York");
        assertThat(only().state()).as("still 4 December in New York").isEqualTo("PENDING");
    }

    @Test
    void whatIsDueComesGravestFirstAndOnlyWithinItsDays() {
        Procedures.Calendar calendar = procedures().deadlines("alpha", null, 90);
        assertThat(calendar.from()).isEqualTo("2026-11-21");
        assertThat(calendar.to()).isEqualTo("2027-02-19");
        assertThat(calendar.deadlines())
                .extracting(one -> one.kind() + " " + one.day() + " " + one.count())
                .containsExactly(
                        "CLOCK 2026-12-05 1", "CONDITION 2026-12-01 1", "REMOVAL 2026-12-31 2", "EXPIRY 2027-01-15 1");
        assertThat(calendar.deadlines().get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(calendar.deadlines().get(0).source()).isEqualTo("Act, 3");
        assertThat(calendar.audit()).isNull();
    }

    @Test
    void theFirstAndTheLastDayBelongToIt() {
        LocalDate day = LocalDate.parse("2026-12-05");
        assertThat(days(day, 0)).containsExactly(day);
        assertThat(days(day.minusDays(1), 1)).containsExactly(day);
        assertThat(days(day.minusDays(1), 0)).isEmpty();
        assertThat(days(day.plusDays(1), 0)).isEmpty();
    }

    private List<LocalDate> days(LocalDate from, int days) {
        return procedures().deadlines("alpha", from, days).deadlines().stream()
                .filter(one -> one.kind() == Deadline.Kind.CLOCK)
                .map(Deadline::day)
                .toList();
    }

    @Test
    void whatAClockTellsOfARecordNoVerdictOnItTellsAgain() {
        bench.audit("alpha", "xx-one");
        assertThat(procedures().deadlines("alpha", null, 90).deadlines())
                .filteredOn(one -> one.regime().equals("xx-one"))
                .extracting(one -> one.kind() + " " + one.day())
                .containsExactly("CLOCK 2026-12-05", "FINDING 2026-12-20");
    }

    /** Sends the network with a licence of one of its components, of which it is told whether and when it stops. */
    private List<Deadline> licensed(String component) {
        String licence =
                "{\"id\": \"l\", \"kind\": \"licence\", \"issued\": \"2026-01-01\", \"validUntil\": \"2026-12-09\","
                        + " \"scope\": {\"components\": [\"c-9\"]}}";
        String more = "{\"id\": \"c-9\", \"kind\": \"equipment\", \"domain\": \"core\"" + component + "},";
        String network = NETWORK.formatted("Europe/Berlin")
                .replace("\"components\": [", "\"components\": [" + more)
                .replace("\"evidence\": [", "\"evidence\": [" + licence + ",");
        bench.send(network);
        return procedures().deadlines("alpha", null, 90).deadlines().stream()
                .filter(one -> one.subjects().get(0).id().equals("l"))
                .toList();
    }

    @Test
    void whatAClockAsksForIsToldWhereItsConditionWillHold() {
        assertThat(licensed(", \"firstUse\": \"2026-01-01\", \"status\": \"in-service\""))
                .extracting(one ->
                        one.kind() + " " + one.day() + " " + one.missing().size())
                .containsExactly("CLOCK 2026-12-09 0");
    }

    @Test
    void whatAClockAsksForIsNotToldWhereItIsKnownThatItsConditionWillNotHold() {
        assertThat(licensed(", \"firstUse\": \"2026-01-01\", \"status\": \"in-service\", \"removed\": \"2026-12-01\""))
                .as("only that the licence ends, as of any record")
                .extracting(one -> one.kind() + " " + one.day())
                .containsExactly("EXPIRY 2026-12-09");
    }

    @Test
    void whatAClockAsksForIsToldWithTheQuestionWhereThatIsNotKnown() {
        assertThat(licensed("")).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Deadline.Kind.CLOCK);
            assertThat(one.missing().get(0).path()).startsWith("component/c-9/");
            assertThat(one.missing().get(0).ask().question()).isNotBlank();
        });
    }

    @Test
    void aCaseOfWhichTheStateIsNotKnownAsksItsQuestion() {
        String revocation =
                "{\"id\": \"r\", \"kind\": \"revocation\", \"about\": [\"l\"], \"issued\": \"2026-03-01\"},";
        String licence =
                "{\"id\": \"l\", \"kind\": \"licence\", \"issued\": \"2026-01-01\", \"validUntil\": \"2026-12-09\"},";
        bench.send(NETWORK.formatted("Europe/Berlin")
                .replace("\"evidence\": [", "\"evidence\": [" + revocation + licence));
        assertThat(procedures().cases("alpha", null))
                .filteredOn(one -> one.subject().id().equals("l"))
                .singleElement()
                .satisfies(one -> assertThat(one.possible()).containsExactly("MISSED", "RUNS"));
        assertThat(procedures().deadlines("alpha", null, 90).deadlines())
                .filteredOn(one -> one.about().equals("licence"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.day())
                            .as("asked since it may be in breach, not when the licence ends")
                            .isEqualTo(LocalDate.parse("2026-02-28"));
                    assertThat(one.isOverdue(LocalDate.parse("2026-03-01"))).isTrue();
                    assertThat(one.missing())
                            .extracting(Verdict.MissingFact::path)
                            .containsExactly("evidence/r/issuer");
                });
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatThrownBy(() -> procedures().cases("nowhere", null)).isInstanceOf(NotFoundException.class);
        bench.core.networks().put("empty", "Empty", "DE", null, "tester");
        assertThatThrownBy(() -> procedures().deadlines("empty", null, 90)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> procedures().deadlines("alpha", null, -1)).isInstanceOf(FaultException.class);
    }
}
