package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assay.testkit.coverage.Coverage;
import org.assay.testkit.coverage.CoveragePage;
import org.assay.testkit.coverage.RowList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every row of the law has its rule, and every outcome of a rule its case. */
class CoverageTest {
    private static final Path BUNDLES = Path.of(System.getProperty("assay.bundles", ".."));
    private static final Path PAGE = BUNDLES.resolve("../docs/coverage.md").normalize();

    private static RowList rows;
    private static Coverage coverage;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream list = CoverageTest.class.getResourceAsStream("/rows.txt")) {
            byte[] bytes = Objects.requireNonNull(list, "rows.txt").readAllBytes();
            rows = RowList.read(
                    new String(bytes, StandardCharsets.UTF_8).lines().toList());
        }
        coverage = Coverage.of(rows, BUNDLES);
    }

    @Test
    void theListHasEveryRowOnce() {
        assertThat(rows.rows()).hasSize(175).extracting(RowList.Row::id).doesNotHaveDuplicates();
    }

    @Test
    void everyRowHasItsRuleOrIsNamedAsOpen() {
        assertThat(coverage.missing()).isSubsetOf(rows.open());
    }

    @Test
    void everyOutcomeOfARuleHasACaseOrIsNamedAsOpen() {
        assertThat(coverage.unshown()).as("outcomes that no case shows").isSubsetOf(rows.open());
    }

    @Test
    void thePageSaysWhatIsThere() throws IOException {
        String written = CoveragePage.of(coverage);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, written);
        }
        assertThat(written)
                .as(
                        "docs/coverage.md is out of date: run this test with -Dgolden.update=true and look at the difference")
                .isEqualTo(Files.readString(PAGE));
    }
}
