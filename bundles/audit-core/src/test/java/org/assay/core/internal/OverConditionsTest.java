package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A condition of an order is asked for until the order is over. */
class OverConditionsTest {
    private static final String PROCEDURE =
            """
            procedures:
              restriction:
                title: {en: A restriction}
                source: {act: Act, section: "4", mark: choice}
                opens: [{by: evidence.restriction, start: RESTRICTED}]
                states:
                  RESTRICTED: {title: {en: allowed under conditions}}
                  LIFTED: {end: true, title: {en: lifted}}
                  BROKEN: {end: true, breach: true, title: {en: broken}}
                moves:
                  - {from: RESTRICTED, on: evidence.lifting, to: LIFTED, actor: authority}
                  - {from: RESTRICTED, on: evidence.penalty, to: BROKEN, actor: authority}
                cases:
                  - {given: {evidence: [{id: r, kind: restriction, issued: 2026-05-04}, {id: l, kind: lifting, about: [r], issued: 2026-11-02}]}, case: r, states: {2026-05-04: RESTRICTED, 2026-11-02: LIFTED}}
                  - {given: {evidence: [{id: r, kind: restriction, issued: 2026-05-04}, {id: l, kind: penalty, about: [r], issued: 2026-11-02}]}, case: r, states: {2026-11-02: BROKEN}}
              notified:
                title: {en: A contravention that is notified}
                source: {act: Act, section: "5", mark: choice}
                opens: [{by: evidence.notice, start: NOTIFIED}]
                states:
                  NOTIFIED: {title: {en: notified}}
                  STEPS: {title: {en: steps are to be taken}}
                  CLOSED: {end: true, title: {en: closed}}
                  GRANTED: {end: true, title: {en: granted}}
                  FINED: {end: true, breach: true, title: {en: fined}}
                moves:
                  - {from: NOTIFIED, on: evidence.steps, to: STEPS, actor: authority}
                  - {from: STEPS, on: evidence.closure, to: CLOSED, actor: authority}
                  - {from: STEPS, on: evidence.penalty, to: FINED, actor: authority}
                  - {from: STEPS, at: "notice.ended", to: CLOSED, actor: authority}
                  - {from: STEPS, at: "addDays(entered, 180)", to: GRANTED, actor: authority}
                cases:
                  - {given: {evidence: [{id: n, kind: notice, issued: 2026-05-04, ended: 2026-11-02}, {id: t, kind: steps, about: [n], issued: 2026-05-06}]}, case: n, states: {2026-05-04: NOTIFIED, 2026-05-06: STEPS, 2026-11-01: STEPS, 2026-11-02: CLOSED}}
                  - {given: {evidence: [{id: n, kind: notice, issued: 2026-05-04}, {id: t, kind: steps, about: [n], issued: 2026-05-06}]}, case: n, states: {2026-11-01: STEPS, 2026-11-02: GRANTED}}
                  - {given: {evidence: [{id: n, kind: notice, issued: 2026-05-04}, {id: t, kind: steps, about: [n], issued: 2026-05-06}, {id: c, kind: closure, about: [n], issued: 2026-11-01}]}, case: n, states: {2026-11-01: CLOSED}}
                  - {given: {evidence: [{id: n, kind: notice, issued: 2026-05-04}, {id: t, kind: steps, about: [n], issued: 2026-05-06}, {id: c, kind: penalty, about: [n], issued: 2026-11-01}]}, case: n, states: {2026-11-01: FINED}}
            """;
    private static final String NOTIFIED =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "evidence": [
               {"id": "n", "kind": "notice", "issued": "2026-05-04"%s},
               {"id": "t", "kind": "steps", "about": ["n"], "issued": "2026-05-06", "terms": [{"text": "take steps", "due": "2026-12-31"}]},
               {"id": "l", "kind": "%s", "about": ["n"], "issued": "2026-11-01"}],
             "components": [], "contracts": [], "orders": []}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "evidence": [
               {"id": "r", "kind": "restriction", "issued": "2026-05-04", "terms": [{"text": "log it", "due": "2026-12-31"}]},
               {"id": "s", "kind": "certificate", "issued": "2026-05-04", "terms": [{"text": "report", "due": "2026-12-31"}]},
               {"id": "l", "kind": "%s", "about": ["r"], "issued": "2026-11-02"}],
             "components": [], "contracts": [], "orders": []}
            """;

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, PROCEDURE, "");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> asked(String day) {
        return bench.core.procedures().deadlines("alpha", LocalDate.parse(day), 90).deadlines().stream()
                .filter(one -> one.kind() == Deadline.Kind.CONDITION)
                .map(one -> one.text().get("en"))
                .toList();
    }

    @Test
    void ofOneThatIsLiftedNoneIsAskedFor() {
        bench.send(NETWORK.formatted("lifting"));
        assertThat(asked("2026-11-01")).containsExactlyInAnyOrder("log it", "report");
        assertThat(asked("2026-11-02")).containsExactly("report");
    }

    @Test
    void ofOneThatWasBrokenItStays() {
        bench.send(NETWORK.formatted("penalty"));
        assertThat(asked("2026-11-02")).containsExactlyInAnyOrder("log it", "report");
    }

    @Test
    void whatCameInACaseIsOverOnceSomethingElseHasEndedTheCase() {
        bench.send(NOTIFIED.formatted("", "closure"));
        assertThat(asked("2026-10-31")).containsExactly("take steps");
        assertThat(asked("2026-11-01")).isEmpty();
        bench.send(NOTIFIED.formatted("", "penalty"));
        assertThat(asked("2026-11-01")).as("a breach").containsExactly("take steps");
    }

    @Test
    void whatCameInACaseIsOverOnceWhatOpenedItHasEnded() {
        bench.send(NOTIFIED.formatted(", \"ended\": \"2026-11-02\"", "remark"));
        assertThat(asked("2026-11-01")).containsExactly("take steps");
        assertThat(asked("2026-11-02")).isEmpty();
        bench.send(NOTIFIED.formatted("", "remark"));
        assertThat(asked("2026-11-02"))
                .as("what a clock ended may be what it gave")
                .containsExactly("take steps");
    }
}
