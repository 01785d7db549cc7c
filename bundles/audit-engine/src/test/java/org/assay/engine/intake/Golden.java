package org.assay.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are made from the model and looked at like code. {@code -Dgolden.update=true} writes them anew. */
final class Golden {
    private Golden() {}

    static void check(Path file, String made) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, made);
        }
        assertThat(file)
                .as(
                        "made from the core model; if the change is meant, run with -Dgolden.update=true and review the file")
                .hasContent(made);
    }
}
