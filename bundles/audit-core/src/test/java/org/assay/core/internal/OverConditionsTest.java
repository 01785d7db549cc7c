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
}
