package org.assay.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2025-12-06}
            timeZone: Europe/Berlin
            title: A test
            authority: Nobody
            requirements:
              - id: XX-1
                title: A demand
                binding: law
                inForce: {from: 2026-01-01}
                severity: low
                subject: network
                source: {act: An act, section: "1", mark: choice}
                decide:
                  - {when: "network.subscribers > 5", then: FAIL, because: many, remedy: fewer}
                  - {then: PASS}
                cases:
                  - {asOf: 2026-01-01, given: {network: {subscribers: 5}}, expect: PASS}
                  - {asOf: 2026-01-01, given: {network: {subscribers: 6}}, expect: FAIL}
              - id: XX-1-MORE
                title: A gate
                binding: law
                severity: low
                subject: network
                source: {act: An act, section: "1", mark: choice}
                decide:
                  - {then: NOT_APPLICABLE, because: always}
                cases:
                  - {asOf: 2026-01-01, given: {}, expect: NOT_APPLICABLE}
            """;

    @TempDir
    private Path bundles;

    @BeforeEach
    void write() throws IOException {
        Path module = bundles.resolve("regime-xx-test");
        Files.createDirectories(module.resolve("src/main/packs"));
        Files.createDirectories(module.resolve("src/test/resources/conformance"));
        Files.writeString(module.resolve("src/main/packs/a.yaml"), PACK);
        Files.writeString(
                module.resolve("src/test/resources/conformance/a.yaml"),
                "- {requirement: XX-1, asOf: 2025-12-31, given: {network: {subscribers: 6}}, expect: PENDING}\n");
    }

    @Test
    void everyOutcomeIsCountedAndThoseThatNoCaseShowsAreNamed() throws IOException {
        Coverage coverage = coverage("xx-test | XX-1 | few subscribers", "xx-test | XX-2 | more");
        assertThat(coverage.unshown()).containsExactly("XX-1 UNKNOWN");
        assertThat(coverage.missing()).containsExactly("XX-2");
        assertThat(CoveragePage.of(coverage))
                .contains("1 of 2 rows, 2 requirements, 4 cases.")
                .contains("| XX-1 | few subscribers | the same | law | FAIL 1, UNKNOWN **0**, PENDING 1, PASS 1 |")
                .contains("| XX-1 | few subscribers | XX-1-MORE | law | NOT_APPLICABLE 1 |")
                .contains("| XX-2 | more | not yet | | |");
    }

    @Test
    void aRowMayNameItsRequirementsAndARuleMayHaveNoUnknown() throws IOException {
        Coverage coverage = coverage(
                "# a comment",
                "xx-test | XX-1/2 | few | XX-1",
                "xx-test | XX-9 | penalties | annotation",
                "no unknown | XX-1 | a network always says",
                "open | XX-9");
        assertThat(coverage.unshown()).isEmpty();
        assertThat(coverage.missing()).containsExactly("XX-9");
        assertThat(coverage.rows().open()).containsExactly("XX-9");
        assertThat(CoveragePage.of(coverage)).contains("|  | beyond the rows: A gate | XX-1-MORE |");
    }

    @Test
    void aLineOfAnotherFormIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> RowList.read(List.of("", "xx-test XX-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: ");
    }

    private Coverage coverage(String... rows) throws IOException {
        return Coverage.of(RowList.read(List.of(rows)), bundles);
    }
}
