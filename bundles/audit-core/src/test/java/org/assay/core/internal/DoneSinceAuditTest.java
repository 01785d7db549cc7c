package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assay.core.Procedures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict that does not know what was done since its audit, and the clock of a case that does. */
class DoneSinceAuditTest {
    private static final String PROCEDURE =
            """
            procedures:
              licence:
                title: A licence
                source: {act: Act, section: "4", mark: choice}
                opens: [{by: evidence.licence, start: RUNS}]
                states: {RUNS: {title: runs}, LATE: {title: not asked for again, missed: true}, FILED: {title: asked for again, end: true}}
                moves:
                  - {from: RUNS, at: "addDays(licence.validUntil, 1)", to: LATE, actor: operator, task: {en: Ask for another}}
                  - {from: [RUNS, LATE], on: evidence.file, to: FILED, actor: operator}
                cases:
                  - {given: {evidence: [{id: l, kind: licence, issued: 2026-01-01, validUntil: 2026-12-09}]}, states: {2026-12-09: RUNS, 2026-12-10: LATE}}
                  - {given: {evidence: [{id: l, kind: licence, issued: 2026-01-01, validUntil: 2026-12-09}, {id: f, kind: file, about: [l], received: 2026-12-11}]}, states: {2026-12-10: LATE, 2026-12-11: FILED}}
            """;
    private static final String RULE =
            """
              - id: XX-ONE-F
                title: Another licence is asked for
                binding: law
                severity: low
                subject: evidence.licence
                source: {act: Act, section: "3", mark: choice}
                decide: [{then: PENDING, due: licence.validUntil, because: ask for another, remedy: ask}]
                cases:
                  - {asOf: 2026-11-21, given: {evidence: [{id: l, kind: licence, validUntil: 2026-12-09}]}, expect: PENDING, due: 2026-12-09}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": true}}},
             "components": [],
             "evidence": [{"id": "l", "kind": "licence", "issued": "2026-01-01", "validUntil": "2026-12-09"}%s],
             "contracts": [], "orders": []}
            """;
    private static final String FILE =
            ", {\"id\": \"f\", \"kind\": \"file\", \"about\": [\"l\"], \"received\": \"2026-11-20\"}";

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, PROCEDURE, RULE);
        bench.send(NETWORK.formatted(""));
        bench.audit("alpha", "xx-one");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Procedures.Unjudged> unjudged() {
        return bench.core.procedures().deadlines("alpha", null, 90).unjudged();
    }

    @Test
    void anAuditOfEarlierFactsIsToldAsSuch() {
        assertThat(unjudged()).isEmpty();
        bench.send(NETWORK.formatted(FILE));
        assertThat(unjudged()).singleElement().satisfies(one -> {
            assertThat(one.regime()).isEqualTo("xx-one");
            assertThat(one.audit()).isNotNull();
        });
        bench.audit("alpha", "xx-one");
        assertThat(unjudged()).isEmpty();
    }

    @Test
    void aNetworkThatNobodyAuditedIsToldAsSuch() {
        bench.close();
        bench = Bench.of(data.resolve("new"), PROCEDURE, RULE);
        bench.send(NETWORK.formatted(""));
        assertThat(unjudged()).containsExactly(new Procedures.Unjudged("xx-one", null));
    }

    private List<String> asked() {
        return bench.core.procedures().deadlines("alpha", null, 90).deadlines().stream()
                .filter(one -> one.regime().equals("xx-one"))
                .map(one -> one.kind() + " " + one.day())
                .toList();
    }

    @Test
    void whoHasDoneWhatTheClockAskedForIsNotToldToDoItByTheVerdictThatStoodBehindTheClock() {
        assertThat(asked()).containsExactly("CLOCK 2026-12-09");
        bench.send(NETWORK.formatted(FILE));
        assertThat(asked()).as("before anybody audits again").isEmpty();
    }

    @Test
    void aRecordThatIsTakenBackLetsTheClockRunAgain() {
        bench.send(NETWORK.formatted(FILE));
        bench.send(NETWORK.formatted(""));
        assertThat(asked()).containsExactly("CLOCK 2026-12-09");
    }
}
