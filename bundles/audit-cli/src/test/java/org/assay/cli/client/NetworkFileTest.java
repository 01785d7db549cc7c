package org.assay.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void finds_the_network_wherever_it_stands_in_the_document() throws IOException {
        Path file = file(
                "n.json",
                "{\"format\":\"assay.network/1\",\"sites\":[{\"id\":\"s\"}],\"network\":{\"id\":\"net\",\"name\":\"Net\",\"country\":\"DE\"}}");
        assertThat(NetworkFile.of(file))
                .returns("net", NetworkFile::id)
                .returns("DE", NetworkFile::country)
                .returns("application/json", NetworkFile::type);
    }

    @Test
    void sends_lines_as_lines() throws IOException {
        Path file = file(
                "n.ndjson",
                "{\"format\":\"assay.network/1\"}\n{\"network\":{\"id\":\"net\",\"name\":\"Net\",\"country\":\"DE\"}}\n");
        assertThat(NetworkFile.of(file).type()).isEqualTo("application/x-ndjson");
    }

    @Test
    void refuses_what_names_no_network_as_bad_input() throws IOException {
        assertRefused(file("a.json", "[]"), "a JSON object was expected");
        assertRefused(file("b.json", "{\"sites\":[]}"), "it has no \"network\"");
        assertRefused(file("c.json", "{\"network\":{\"id\":5}}"), "/network/id is missing or no text");
        assertRefused(file("d.json", "{\"network\":{"), "no network document");
        assertRefused(folder.resolve("absent.json"), "no such file");
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> NetworkFile.of(file))
                .isInstanceOfSatisfying(CliException.class, refused -> assertThat(refused.exitCode())
                        .isEqualTo(ExitCode.BAD_INPUT))
                .hasMessageContaining(message);
    }
}
