package org.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.cli.command.Session;
import org.assay.cli.service.Layout;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        Layout layout = new Layout(folder, folder, folder.resolve("var"));
        Terminal results = new Terminal(new PrintWriter(out), false, 120);
        Terminal messages = new Terminal(new PrintWriter(err), false, 120);
        return Main.run(
                new Session(layout, new ServiceControl(layout), results, messages, new ByteArrayOutputStream()), args);
    }

    @Test
    void says_that_the_service_is_stopped_in_words_and_as_json() {
        assertThat(run("status")).isEqualTo(ExitCode.NO_SERVICE);
        assertThat(out.toString()).contains("is stopped");
        assertThat(run("status", "--json")).isEqualTo(ExitCode.NO_SERVICE);
        assertThat(out.toString()).contains("\"state\":\"stopped\"", "\"url\":null", "\"pid\":null", "\"tokenFile\":");
    }

    @Test
    void what_needs_the_service_says_how_to_start_it() {
        assertThat(run("regimes")).isEqualTo(ExitCode.NO_SERVICE);
        assertThat(err.toString()).contains("Assay is not running. Start it with: ./assay start");
    }

    @Test
    void stopping_what_does_not_run_is_no_error() {
        assertThat(run("stop")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("was not running");
    }

    @Test
    void a_wrong_call_is_bad_input() {
        assertThat(run("audit")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("nothing-like-this")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("audit", folder.resolve("absent.json").toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no such file");
    }

    @Test
    void a_pack_is_checked_without_a_service_and_its_faults_have_places() throws IOException {
        Path pack = Files.writeString(folder.resolve("p.yaml"), "regime: xx\nversion: 1\ncolour: red\n");
        assertThat(run("pack", "check", pack.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(pack + ":3:1: ");
    }
}
