package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A breach that began because somebody else let a day pass is the operator's to end. */
class LapseTest {
    private static final String PROCEDURE =
            """
            procedures:
              certification:
                title: {en: Certification}
                source: {act: Act, section: "3", mark: choice}
                opens: [{by: evidence.certificate, start: HELD}]
                states:
                  HELD: {title: {en: held}}
                  LAPSED: {breach: true, title: {en: lapsed}, task: {en: Take it out of use}}
                  USED: {breach: true, title: {en: used all the same}, task: {en: Switch it off}}
                  WARNED: {missed: true, title: {en: warned}}
                  OUT: {end: true, title: {en: out of use}}
                moves:
                  - {from: HELD, at: "addDays(certificate.validUntil, 1)", to: LAPSED, actor: supplier, task: {en: Hold a new certificate}}
                  - {from: LAPSED, on: evidence.use, to: USED, actor: operator}
                  - {from: USED, on: evidence.warning, to: WARNED, actor: authority}
                  - {from: WARNED, on: evidence.release, to: OUT, actor: authority}
                cases:
                  - {given: {evidence: [{id: c, kind: certificate, issued: 2025-01-01, validUntil: 2026-10-31}, {id: u, kind: use, about: [c], issued: 2026-11-05}, {id: w, kind: warning, about: [c], issued: 2026-11-10}, {id: x, kind: release, about: [c], issued: 2026-11-20}]}, case: c, states: {2026-10-31: HELD until 2026-11-01, 2026-11-01: LAPSED, 2026-11-05: USED, 2026-11-10: WARNED, 2026-11-20: OUT}}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": true}}},
             "components": [{"id": "c-1", "kind": "equipment", "domain": "passive"}],
             "evidence": [
               {"id": "c", "kind": "certificate", "issued": "2025-01-01", "validUntil": "2026-10-31"},
               {"id": "u", "kind": "use", "about": ["c"], "issued": "2026-11-05"},
               {"id": "w", "kind": "warning", "about": ["c"], "issued": "2026-11-10"}],
             "contracts": [], "orders": []}
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

    private List<String> due(String day) {
        return bench.core.procedures().deadlines("alpha", LocalDate.parse(day), 0).deadlines().stream()
                .map(one -> one.owner() + " " + one.day() + " " + one.text().get("en"))
                .toList();
    }

    @Test
    void untilTheLastDayItIsTheTaskOfTheOtherAndThenWhatThePackTellsTheOperator() {
        assertThat(due("2026-10-31")).contains("supplier 2026-10-31 Hold a new certificate");
        assertThat(due("2026-11-01")).containsExactly("operator 2026-10-31 Take it out of use");
    }

    @Test
    void whatTheOperatorDoesInABreachThatAnotherBeganIsToldAsItsOwn() {
        assertThat(due("2026-11-05")).containsExactly("operator 2026-11-04 Switch it off");
    }

    @Test
    void whereThePackDoesNotSayWhatEndsTheBreachTheTaskOfTheOtherStays() {
        assertThat(due("2026-11-10")).containsExactly("supplier 2026-10-31 Hold a new certificate");
    }
}
