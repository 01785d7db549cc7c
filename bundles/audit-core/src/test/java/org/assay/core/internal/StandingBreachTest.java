package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.CaseView;
import org.assay.core.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A breach that no clock led to is overdue from the day on which it began, until it ends. */
class StandingBreachTest {
    private static final String PROCEDURE =
            """
            procedures:
              assessment:
                title: {en: Assessment}
                source: {act: Act, section: "4", mark: choice}
                opens: [{by: operator, from: "date('2026-03-01')", start: NEVER}]
                states:
                  NEVER: {breach: true, title: {en: nothing assessed}, task: {en: Assess it}}
                  CURRENT: {title: {en: assessed}}
                  LEFT: {breach: true, title: {en: withdrawn}}
                moves:
                  - {from: [NEVER, LEFT], on: evidence.assessment, to: CURRENT, actor: operator}
                  - {from: CURRENT, on: evidence.withdrawal, to: LEFT, actor: operator}
                  - {from: LEFT, at: "addDays(entered, 10)", to: LEFT, actor: operator}
                cases:
                  - {given: {operator: {id: op}, evidence: [{id: a, kind: assessment, holder: op, issued: 2026-05-01}, {id: w, kind: withdrawal, holder: op, issued: 2026-06-01}]}, case: op, states: {2026-02-28: NONE, 2026-03-01: NEVER, 2026-05-01: CURRENT, 2026-06-01: LEFT until 2026-06-11, 2026-06-11: LEFT until 2026-06-21}}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "evidence": [
               {"id": "a", "kind": "assessment", "holder": "op", "issued": "2026-05-01"},
               {"id": "w", "kind": "withdrawal", "holder": "op", "issued": "2026-06-01"}],
             "components": [], "contracts": [], "orders": []}
            """;

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, PROCEDURE, "");
        bench.send(NETWORK);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Deadline only(String day) {
        List<Deadline> due = bench.core
                .procedures()
                .deadlines("alpha", LocalDate.parse(day), 0)
                .deadlines();
        assertThat(due).hasSize(1);
        return due.get(0);
    }

    @Test
    void oneWithWhichACaseBeginsStandsThereWithWhatItsStateAsksFor() {
        assertThat(only("2026-03-01").text()).containsEntry("en", "Assess it");
        assertThat(only("2026-04-30").day()).isEqualTo("2026-02-28");
        assertThat(bench.core
                        .procedures()
                        .deadlines("alpha", LocalDate.parse("2026-05-01"), 0)
                        .deadlines())
                .isEmpty();
    }

    @Test
    void aLookThatLeavesTheCaseWhereItIsDoesNotBeginItAnew() {
        assertThat(only("2026-06-01").day()).isEqualTo("2026-05-31");
        assertThat(only("2026-08-01").day()).isEqualTo("2026-05-31");
        assertThat(only("2026-08-01").id()).isEqualTo(only("2026-06-01").id());
        CaseView one = bench.core
                .procedures()
                .cases("alpha", LocalDate.parse("2026-08-01"))
                .get(0);
        assertThat(one.since()).isEqualTo("2026-06-01");
        assertThat(one.history()).hasSizeGreaterThan(4);
    }
}
