package org.assay.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoneConfigurationTest {
    @TempDir
    private Path distribution;

    private Path remembered;

    @BeforeEach
    void prepare() throws IOException {
        remembered = distribution.resolve("data/cache/bundle12/data/config/org/assay");
        Files.createDirectories(remembered);
        Files.createDirectories(distribution.resolve("etc"));
    }

    private Path of(String name, String text) throws IOException {
        return Files.writeString(remembered.resolve(name), text);
    }

    @Test
    void whatIsRememberedOfAFileThatIsGoneIsForgotten() throws IOException {
        Path store = of("store.config", "felix.fileinstall.filename=\"file:/p/etc/org.assay.store.cfg\"\nurl=\"x\"\n");
        GoneConfiguration.forget(distribution);
        assertThat(store).doesNotExist();
    }

    @Test
    void whatStillHasItsFileIsKept() throws IOException {
        Path core = of("core.config", "felix.fileinstall.filename=\"file:/p/etc/org.assay.core.cfg\"\n");
        Files.writeString(distribution.resolve("etc/org.assay.core.cfg"), "fourEyes = true\n");
        GoneConfiguration.forget(distribution);
        assertThat(core).exists();
    }

    @Test
    void whatNeverHadAFileOrIsNotOursIsKept() throws IOException {
        Path core = of("core.config", "fourEyes=B\"true\"\n");
        Path karaf =
                Files.createDirectories(remembered.resolveSibling("apache")).resolve("karaf.config");
        Files.writeString(karaf, "felix.fileinstall.filename=\"file:/p/etc/org.apache.karaf.cfg\"\n");
        GoneConfiguration.forget(distribution);
        assertThat(core).exists();
        assertThat(karaf).exists();
    }

    @Test
    void aProgramThatNeverRanHasNothingToForget() throws IOException {
        GoneConfiguration.forget(distribution.resolve("other"));
        assertThat(remembered).exists();
    }
}
