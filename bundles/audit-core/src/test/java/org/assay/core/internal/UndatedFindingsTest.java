package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Severity;
import org.assay.core.Procedures.Undated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is broken without a day is in no calendar, so it is counted beside it. */
class UndatedFindingsTest {
    private static final String RULES =
            """
              - id: XX-ONE-ALWAYS
                title: Never in the core
                binding: law
                severity: high
                subject: component
                source: {act: Act, section: "3", mark: choice}
                decide:
                  - {when: "component.domain == 'core'", then: FAIL, severity: critical, because: in the core, remedy: remove it}
                  - {then: FAIL, because: there, remedy: remove it}
                cases:
                  - {asOf: 2026-11-21, given: {components: [{id: c, domain: core}]}, expect: FAIL}
                  - {asOf: 2026-11-21, given: {components: [{id: c, domain: ran}]}, expect: FAIL}
              - id: XX-ONE-SOME
                title: Gone by its day, if it has one
                binding: law
                severity: low
                subject: component
                source: {act: Act, section: "4", mark: choice}
                decide:
                  - {when: "component.domain == 'core'", then: FAIL, due: "date('2026-12-31')", because: there, remedy: remove it}
                  - {then: FAIL, because: there, remedy: remove it}
                cases:
                  - {asOf: 2026-11-21, given: {components: [{id: c, domain: core}]}, expect: FAIL}
                  - {asOf: 2026-11-21, given: {components: [{id: c, domain: ran}]}, expect: FAIL}
              - id: XX-ONE-DATED
                title: Gone by the end of the year
                binding: law
                severity: low
                subject: component
                source: {act: Act, section: "5", mark: choice}
                decide: [{then: FAIL, due: "date('2026-12-31')", because: there, remedy: remove it}]
                cases:
                  - {asOf: 2026-11-21, given: {components: [{id: c, domain: core}]}, expect: FAIL}
            """;

    private static final String PROCEDURE =
            """
            procedures:
              removal:
                title: {en: Removal}
                source: {act: Act, section: "3", mark: choice}
                opens: [{by: component, when: "component.domain == 'core'", from: "date('2026-01-01')", start: IN_SCOPE}]
                states:
                  IN_SCOPE: {title: {en: to be removed}}
                  LATE: {breach: true, title: {en: still there}}
                  GONE: {end: true, title: {en: gone}}
                moves:
                  - {from: IN_SCOPE, at: "date('2026-06-01')", to: LATE, actor: operator, task: {en: Remove it}}
                  - {from: LATE, on: evidence.removal, to: GONE, actor: operator}
                cases:
                  - {given: {components: [{id: c, domain: core}], evidence: [{id: r, kind: removal, issued: 2026-07-01, scope: {components: [c]}}]}, states: {2026-05-31: IN_SCOPE, 2026-06-01: LATE, 2026-07-01: GONE}}
            """;

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, "", RULES);
        bench.send(Bench.document("alpha", "good"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Undated> undated() {
        return bench.core.procedures().undated("alpha", LocalDate.parse("2026-11-21"));
    }

    @Test
    void itIsCountedBySeverityWithTheAuditThatFoundIt() {
        assertThat(undated()).as("not audited yet").isEmpty();
        bench.audit("alpha", "xx-one");
        String audit = bench.core.procedures().deadlines("alpha", null, 90).audit();
        assertThat(undated()).singleElement().satisfies(one -> {
            assertThat(one.audit()).isEqualTo(audit);
            assertThat(one.requirements()).isEqualTo(2);
            assertThat(one.verdicts())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(Severity.CRITICAL, 1L, Severity.HIGH, 1L, Severity.LOW, 1L));
        });
    }

    @Test
    void whatACaseOfTheSameLawTellsAsOverdueIsNotCountedToo() throws IOException {
        try (Bench told = Bench.of(Files.createDirectories(data.resolve("told")), PROCEDURE, RULES)) {
            told.send(Bench.document("alpha", "good"));
            told.audit("alpha", "xx-one");
            assertThat(told.core
                            .procedures()
                            .deadlines("alpha", LocalDate.parse("2026-11-21"), 0)
                            .deadlines())
                    .extracting(one -> one.about() + " " + one.subjects().get(0).id())
                    .containsExactly("removal → LATE c-1");
            assertThat(told.core.procedures().undated("alpha", LocalDate.parse("2026-11-21")))
                    .singleElement()
                    .satisfies(one -> assertThat(one.verdicts())
                            .containsExactlyInAnyOrderEntriesOf(Map.of(Severity.HIGH, 1L, Severity.LOW, 1L)));
            assertThat(told.core.procedures().undated("alpha", LocalDate.parse("2026-05-01")))
                    .as("the clock has not struck by then")
                    .singleElement()
                    .satisfies(one -> assertThat(one.verdicts()).containsEntry(Severity.CRITICAL, 1L));
        }
    }
}
