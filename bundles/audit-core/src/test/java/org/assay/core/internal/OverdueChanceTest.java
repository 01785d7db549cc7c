package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be done by a day, and need not be, is in the calendar until then and never overdue. */
class OverdueChanceTest {
    private static final String PROCEDURE =
            """
            procedures:
              contravention:
                title: {en: A contravention}
                source: {act: Act, section: "4", mark: choice}
                opens: [{by: evidence.duty, start: RUNNING}]
                states:
                  RUNNING: {title: {en: the day lies ahead}}
                  SUSPECTED: {missed: true, title: {en: the day has passed}}
                  NOTIFIED: {missed: true, title: {en: notified}}
                  HEARD: {missed: true, title: {en: the time for representations is over}}
                  CLOSED: {end: true, title: {en: closed}}
                moves:
                  - {from: RUNNING, at: "date('2026-07-01')", to: SUSPECTED, actor: operator, task: {en: Meet the duty}}
                  - {from: SUSPECTED, on: evidence.notice, to: NOTIFIED, actor: authority}
                  - {from: NOTIFIED, at: "addDays(entered, 31)", to: HEARD, actor: operator, task: {en: Make representations}, chance: true}
                  - {from: HEARD, on: evidence.closure, to: CLOSED, actor: authority}
                cases:
                  - {given: {evidence: [{id: d, kind: duty, issued: 2026-02-28}, {id: n, kind: notice, about: [d], issued: 2026-09-10}, {id: x, kind: closure, about: [n], issued: 2026-12-01}]}, case: d, states: {2026-07-01: SUSPECTED, 2026-09-10: NOTIFIED until 2026-10-11, 2026-10-11: HEARD, 2026-12-01: CLOSED}}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "evidence": [
               {"id": "d", "kind": "duty", "issued": "2026-02-28"},
               {"id": "n", "kind": "notice", "about": ["d"], "issued": "2026-09-10"}],
             "components": [], "contracts": [], "orders": []}
            """;

    @TempDir
    private Path data;

    @Test
    void aChanceIsToldUntilItsLastDayAndTheDutyBehindItStays() {
        try (Bench bench = Bench.of(data, PROCEDURE, "")) {
            bench.send(NETWORK);
            String duty = "2026-06-30 Meet the duty";
            String chance = "2026-10-10 Make representations";
            assertThat(due(bench, "2026-10-09")).containsExactly(duty, chance);
            assertThat(due(bench, "2026-10-10")).containsExactly(duty, chance);
            assertThat(due(bench, "2026-10-11")).containsExactly(duty);
            assertThat(due(bench, "2028-02-29")).containsExactly(duty);
        }
    }

    private static List<String> due(Bench bench, String day) {
        return bench.core.procedures().deadlines("alpha", LocalDate.parse(day), 5).deadlines().stream()
                .filter(one -> one.kind() == Deadline.Kind.CLOCK)
                .map(one -> one.day() + " " + one.text().get("en"))
                .toList();
    }
}
