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
import org.assay.cli.service.RunFile;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.Terminal;
import org.assay.engine.dsse.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        Layout layout = new Layout(folder, folder, folder.resolve("var"), folder.resolve("clone"));
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
    void a_service_that_runs_is_not_moved_to_another_port_in_silence() throws IOException {
        Path data = Files.createDirectories(folder.resolve("var"));
        RunFile.of(ProcessHandle.current(), 18139).write(data.resolve("run.json"));
        assertThat(run("start", "--port", "18138")).isEqualTo(ExitCode.NO_SERVICE);
        assertThat(err.toString())
                .contains("running already, on port 18139 and not on 18138", "./assay start --port 18138");
    }

    @Test
    void a_start_that_is_refused_tells_why_at_once_and_leaves_nothing_running() throws IOException {
        Path data = Files.createDirectories(folder.resolve("var"));
        Process service = new ProcessBuilder("sleep", "60").start();
        RunFile.of(service.toHandle(), 18661).write(data.resolve("run.json"));
        Files.writeString(data.resolve("start-trouble"), "etc/org.assay.core.cfg: fourEyes is 'yes'\n");
        assertThat(run("start")).isEqualTo(ExitCode.NO_SERVICE);
        assertThat(err.toString()).contains("Assay cannot start: etc/org.assay.core.cfg: fourEyes is 'yes'");
        assertThat(service.isAlive()).isFalse();
    }

    @Test
    void a_call_without_its_token_file_says_which_was_looked_for_and_what_to_do() throws IOException {
        Path data = Files.createDirectories(folder.resolve("var"));
        RunFile.of(ProcessHandle.current(), 18661).write(data.resolve("run.json"));
        assertThat(run("regimes")).isEqualTo(ExitCode.NO_SERVICE);
        assertThat(err.toString())
                .contains("there is no token file " + data.resolve("token"), "./assay token add NAME", "--token-file");

        Path mine = folder.resolve("mine");
        assertThat(run("pack", "activate", "de-bsi", "2.0.0", "--token-file", mine.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("there is no token file " + mine);
        Files.writeString(mine, "\n");
        assertThat(run("--token-file", mine.toString(), "regimes")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("the token file " + mine + " is empty");
    }

    @Test
    void an_audit_that_is_made_again_takes_nothing_else() {
        assertThat(run("audit", "--again", "a-1", "--as-of", "2026-01-01")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--again takes facts, regimes and day from the audit");
    }

    @Test
    void stopping_what_does_not_run_is_no_error() {
        assertThat(run("stop")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("was not running");
    }

    @Test
    void a_new_regime_goes_into_the_clone_of_the_script_unless_told_otherwise() {
        assertThat(run("new-regime", "zz-demo", "--country", "AQ", "--title", "Demoland"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(folder.resolve("clone") + " is no clone of Assay");
    }

    @Test
    void a_wrong_call_is_bad_input() {
        assertThat(run("audit")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("nothing-like-this")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("audit", folder.resolve("absent.json").toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no such file");
    }

    @Test
    void what_is_no_export_is_told_so_without_a_service() throws IOException {
        Path export = Files.writeString(folder.resolve("audit.ndjson"), "{\"format\":\"other\"}\n");
        Path key = Files.writeString(
                folder.resolve("key.pem"), Keys.pem(Keys.generate().getPublic()));
        assertThat(run("verify", export.toString(), "--key", key.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("is NOT what it claims to be", "no exported audit");
    }

    @Test
    void a_pack_is_checked_without_a_service_and_its_faults_have_places() throws IOException {
        Path pack = Files.writeString(folder.resolve("p.yaml"), "regime: xx\nversion: 1\ncolour: red\n");
        assertThat(run("pack", "check", pack.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(pack + ":3:1: ");
    }
}
