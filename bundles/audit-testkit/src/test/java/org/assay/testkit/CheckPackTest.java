package org.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckPackTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void faultsArePrintedAsCompilersDo() throws IOException {
        Path file = Files.writeString(folder.resolve("xx.yaml"), "regime: xx-test\nvresion: 1.0.0\n");
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(printed()).contains(file + ":2:1: a pack has no key 'vresion'. Did you mean 'version'?");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("none.yaml")).isEqualTo(2);
        assertThat(printed()).startsWith("none.yaml: cannot be read");
    }

    @Test
    void withoutAFileItSaysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(printed()).startsWith("usage: CheckPack FILE...");
    }

    private int run(String... files) {
        return CheckPack.run(List.of(files), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
