package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assay.testkit.mutate.Mutation;
import org.assay.testkit.mutate.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of a rule does not go unnoticed: a sample of what {@code ./assay pack mutate} tries in full. */
class MutationTest {
    private static final Path BUNDLES = Path.of(System.getProperty("assay.bundles", ".."));
    private static final int SAMPLE = 50;
    private static final long SEED = 20_261_121;
    /** The share of survivors that is borne, in per cent. */
    private static final double BORNE = 5;

    static List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES, 5)) {
            return files.filter(file -> file.toString().contains("/src/main/packs/")
                            && file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aSampleOfChangesIsNoticed(Path pack) throws IOException {
        Report report = Mutation.ofModule(pack).run(new Mutation.Choice("", SAMPLE, SEED, false));
        assertThat(report.tried()).isGreaterThan(SAMPLE / 2);
        assertThat(report.share()).as(String.join("\n", report.lines())).isLessThanOrEqualTo(BORNE);
    }
}
