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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {
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
                decide:
                  - {when: "network.subscribers > 5", then: FAIL, because: too many subscribers, remedy: fewer}
                  - {then: PASS}
                cases:
                  - {name: few, asOf: 2026-01-01, given: {network: {subscribers: 5}}, expect: PASS}
                  - {name: many, asOf: 2026-01-01, given: {network: {subscribers: 6}}, expect: FAIL}
            """;
    private static final String CASE =
            "- {name: ten, requirement: XX-1, asOf: 2026-01-01, given: {network: {subscribers: 10}}, expect: FAIL}\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path pack;
    private Path cases;

    @BeforeEach
    void write() throws IOException {
        Path regime = folder.resolve("conformance/xx-test");
        Files.createDirectories(regime.resolve("packs"));
        Files.createDirectories(regime.resolve("cases"));
        pack = Files.writeString(regime.resolve("packs/xx.yaml"), PACK);
        cases = Files.writeString(regime.resolve("cases/examples.yaml"), CASE);
    }

    private int run(String... args) {
        Layout layout = new Layout(folder, folder, folder.resolve("var"));
        Terminal results = new Terminal(new PrintWriter(out), false, 120);
        Terminal messages = new Terminal(new PrintWriter(err), false, 120);
        return Main.run(
                new Session(layout, new ServiceControl(layout), results, messages, new ByteArrayOutputStream()), args);
    }

    @Test
    void counts_by_regime_and_says_that_all_hold() {
        assertThat(run("conformance")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("All 3 worked examples hold.");
        assertThat(out.toString().lines().skip(1).findFirst().orElseThrow())
                .matches("xx-test +1 +1/1 +3 +2 .* 1 +· +0");
    }

    @Test
    void an_example_that_does_not_hold_is_told_with_its_place() throws IOException {
        Files.writeString(cases, CASE.replace("expect: FAIL", "expect: PASS"));
        assertThat(run("conformance", "xx-test")).isEqualTo(ExitCode.FAILURES);
        assertThat(out.toString())
                .contains("xx-test/cases/examples.yaml:1:3: the case 'ten' of XX-1: expected PASS, but it is FAIL")
                .contains("1 of 3 worked examples do not hold.");
    }

    @Test
    void a_wrong_name_and_a_broken_file_are_bad_input() throws IOException {
        assertThat(run("conformance", "xx-tset")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no worked examples of 'xx-tset'; there are those of xx-test");
        Files.writeString(cases, CASE.replace("name:", "nmae:"));
        assertThat(run("conformance")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("xx-test/cases/examples.yaml:1:4: ");
    }

    @Test
    void exports_each_example_as_a_line_of_json() throws IOException {
        Path file = folder.resolve("all.jsonl");
        assertThat(run("conformance", "--export", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(file)).hasSize(3).allMatch(line -> line.startsWith("{\"format\":\"assay.conf"));
    }

    @Test
    void a_choice_of_no_requirement_is_refused_with_the_nearest() throws IOException {
        assertThat(run("pack", "test", "--only", "XX-1", pack.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("pack", "test", "--only", "XX", pack.toString())).isEqualTo(ExitCode.OK);
        String two = PACK.substring(PACK.indexOf("  - id:")).replace("XX-1", "XX-TERM-2");
        Files.writeString(pack, PACK + two);
        assertThat(run("pack", "test", "--only", "XX-TREM-2", pack.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("no requirement's id begins with 'XX-TREM-2'; the nearest: XX-TERM-2, XX-1");
    }

    @Test
    void a_pack_is_tested_case_by_case_with_reasons() throws IOException {
        assertThat(run("pack", "test", pack.toString(), cases.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("many", "too many subscribers", "ten", "3 cases, all hold");
        Files.writeString(pack, PACK.replace("subscribers > 5", "subscribers > 6"));
        assertThat(run("pack", "test", pack.toString())).isEqualTo(ExitCode.FAILURES);
        assertThat(out.toString()).contains(pack + ":20:9: the case 'many' of XX-1: expected FAIL, but it is PASS");
        Files.writeString(pack, PACK.replace("subscribers > 5", "subscribes > 5"));
        assertThat(run("pack", "test", pack.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(pack + ":16:24: ");
    }
}
