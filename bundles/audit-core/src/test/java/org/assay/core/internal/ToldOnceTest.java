package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A duty is in the calendar once: what the clock of a component's case asks for, no verdict on that component asks for again. */
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

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, PROCEDURE, RULE);
        bench.send(NETWORK);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aVerdictOnAComponentIsLeftToTheClockOfItsCaseAndStaysWhereThereIsNone() {
        bench.audit("alpha", "xx-one");
        List<String> told = bench.core.procedures().deadlines("alpha", null, 90).deadlines().stream()
                .map(one -> one.kind() + " " + one.day() + " "
                        + one.subjects().get(0).id() + " " + one.count())
                .toList();
        assertThat(told).containsExactly("CLOCK 2026-12-31 c-1 1", "FINDING 2026-12-31 c-2 1");
    }
}
