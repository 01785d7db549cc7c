package org.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assay.cli.command.Session;
import org.assay.cli.service.Layout;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and signed packs without a service. */
class PackSigningTest {
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
                severity: low
                subject: network
                source: {act: An act, section: "1", mark: choice}
                decide: [{then: PASS}]
                cases: [{asOf: 2026-01-01, expect: PASS}]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path pack;
    private Path key;

    @BeforeEach
    void make() throws IOException {
        pack = Files.writeString(folder.resolve("xx.yaml"), PACK);
        key = folder.resolve("key.pem");
        assertThat(run("keys", "generate", key.toString())).isEqualTo(ExitCode.OK);
    }

    private int run(String... args) {
        Layout layout = new Layout(folder, folder, folder.resolve("var"));
        Terminal results = new Terminal(new PrintWriter(out), false, 120);
        Terminal messages = new Terminal(new PrintWriter(err), false, 120);
        return Main.run(
                new Session(layout, new ServiceControl(layout), results, messages, new ByteArrayOutputStream()), args);
    }

    private int sign() {
        return run("pack", "sign", pack.toString(), "--key", key.toString());
    }

    private int verify(String... more) {
        String[] args = {"pack", "verify", folder.resolve("xx.dsse.json").toString()};
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return run(all);
    }

    @Test
    void aMadeKeyIsTheOwnersAloneAndNeverWrittenOver() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("key.pem.pub"))).contains("PUBLIC KEY");
        assertThat(run("keys", "generate", key.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("never written over");
    }

    @Test
    void whatIsSignedIsVerifiedWithItsKey() {
        assertThat(sign()).isEqualTo(ExitCode.OK);
        assertThat(verify("--key", key + ".pub", "--json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"regime\" : \"xx-test\"", "\"signedBy\"");
    }

    @Test
    void theKeysOfTheProgramCountWhereNoServiceRuns() throws IOException {
        sign();
        assertThat(verify()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("name one with --key");
        Path trust = Files.createDirectories(folder.resolve("etc/assay-trust"));
        Files.copy(folder.resolve("key.pem.pub"), trust.resolve("ours.pem"));
        assertThat(verify()).isEqualTo(ExitCode.OK);
    }

    @Test
    void whatWasAlteredOrSignedByAnotherIsRefused() throws IOException {
        sign();
        Path other = folder.resolve("other.pem");
        run("keys", "generate", other.toString());
        assertThat(verify("--key", other + ".pub")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("not trusted here");
        Path signed = folder.resolve("xx.dsse.json");
        Files.writeString(signed, Files.readString(signed).replace("\"payload\":\"c", "\"payload\":\"d"));
        assertThat(verify("--key", key + ".pub")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("one of them was altered");
    }

    @Test
    void aPackThatIsNotInOrderIsNotSigned() throws IOException {
        Files.writeString(pack, PACK.replace("expect: PASS", "expect: FAIL"));
        assertThat(sign()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("xx.yaml:16:");
        assertThat(folder.resolve("xx.dsse.json")).doesNotExist();
    }
}
