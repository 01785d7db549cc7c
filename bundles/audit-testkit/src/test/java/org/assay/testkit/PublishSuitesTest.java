package org.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishSuitesTest {
    @TempDir
    private Path folder;

    @Test
    void packsAndCasesOfEachRegimeAreCopiedAndWhatWasThereGoes() throws IOException {
        write("bundles/regime-xx/src/main/packs/xx-1.yaml");
        write("bundles/regime-xx/src/test/resources/conformance/examples.yaml");
        write("bundles/regime-xx/src/test/resources/conformance/notes.txt");
        write("bundles/audit-other/src/main/packs/no.yaml");
        write("out/zz/packs/gone.yaml");
        PublishSuites.publish(folder.resolve("bundles"), folder.resolve("out"));
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.resolve("out").relativize(file).toString()))
                    .containsExactlyInAnyOrder("xx/packs/xx-1.yaml", "xx/cases/examples.yaml");
        }
    }

    private void write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "text");
    }
}
