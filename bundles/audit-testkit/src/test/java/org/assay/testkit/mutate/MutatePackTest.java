package org.assay.testkit.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutatePackTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2025-12-06}
            timeZone: Europe/Berlin
            title: A test
            authority: Nobody
            reference:
              listed:
                source: somewhere
                complete: true
                columns: {function: text}
                rows:
                  - {function: AMF, from: 2025-01-01}
                  - {function: SMF, from: 2025-01-01}
            define:
              listed(component c): "c.functions.exists(f, reference.listed.on(asOf).exists(r, r.function == f))"
              old(component c): "c.firstUse < date('2026-01-01')"
            requirements:
              - id: XX-1
                title: A demand
                binding: law
                inForce: {from: 2026-01-01}
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide:
                  - {when: "!listed(component) || old(component)", then: NOT_APPLICABLE, because: "not listed, or old"}
                  - {then: FAIL, because: listed, remedy: none}
                cases:
                  - {asOf: 2026-02-01, given: {components: [{id: c, functions: [gNB], firstUse: 2026-01-02}]}, expect: NOT_APPLICABLE}
                  - {asOf: 2026-01-01, given: {components: [{id: c, functions: [SMF], firstUse: 2026-01-02}]}, expect: FAIL}
                  - {asOf: 2025-12-31, given: {components: [{id: c, functions: [SMF], firstUse: 2026-01-02}]}, expect: PENDING, due: 2025-12-31}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path pack;

    @BeforeEach
    void write() throws IOException {
        pack = folder.resolve("src/main/packs/xx.yaml");
        Files.createDirectories(pack.getParent());
        Files.createDirectories(folder.resolve("src/test/resources/conformance"));
        Files.createDirectories(folder.resolve("src/test/resources/mutants"));
        Files.writeString(pack, PACK);
    }

    @Test
    void whatNoCaseNoticesIsToldWithItsPlace() {
        assertThat(run(pack.toString())).isEqualTo(1);
        assertThat(printed())
                .contains(pack + ":18:33: no case notices: define old: operator: < -> <=")
                .contains("reference listed from: date: 2025-01-01 -> 2025-01-02")
                .doesNotContain("inForce from");
        assertThat(printed().lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("xx-test 1.0.0: ")
                .contains(" survived (");
    }

    @Test
    void aCaseOnTheBoundaryNoticesThere() throws IOException {
        conformance(
                """
                - {requirement: XX-1, asOf: 2026-02-01, given: {components: [{id: c, functions: [SMF], firstUse: 2026-01-01}]}, expect: FAIL}
                - {requirement: XX-1, asOf: 2026-02-01, given: {components: [{id: c, functions: [SMF], firstUse: 2025-12-31}]}, expect: NOT_APPLICABLE}
                """);
        assertThat(run("--only", "define old", pack.toString())).isZero();
        assertThat(printed()).contains("3 changes: 3 noticed by a case").doesNotContain("no case notices");
    }

    @Test
    void whatWasExplainedIsNoSurvivorAndAnExplanationOfNothingIsTold() throws IOException {
        run("--only", "define old", pack.toString());
        Matcher id = Pattern.compile("define old: operator.*\\[([0-9a-f]{8})]").matcher(printed());
        assertThat(id.find()).isTrue();
        Files.writeString(
                folder.resolve("src/test/resources/mutants/xx.yaml"),
                "# known\n" + id.group(1) + ": no fact of a test lies there\n00000000: nothing\n");
        out.reset();
        run(pack.toString());
        assertThat(printed())
                .contains("1 explained")
                .contains("the list of explained changes names 00000000, which is noticed or gone")
                .doesNotContain(id.group(1));
    }

    @Test
    void eachRowIsTriedWhereTablesAreAskedFor() {
        run("--tables", "--only", "reference", pack.toString());
        assertThat(printed())
                .contains("reference listed row 1: row: {function=AMF} -> dropped")
                .doesNotContain("reference listed row 2: row");
    }

    @Test
    void aSampleIsTheSameForTheSameSeed() {
        run("--sample", "5", "--seed", "7", pack.toString());
        String first = printed();
        out.reset();
        run("--sample", "5", "--seed", "7", pack.toString());
        assertThat(printed()).isEqualTo(first).contains("5 changes");
    }

    @Test
    void aPackWhoseFactsAreNoNetworkAndABadOptionAreRefused() throws IOException {
        Files.writeString(pack, PACK.replace("functions: [gNB]", "functoins: [gNB]"));
        assertThat(run(pack.toString())).isEqualTo(2);
        assertThat(printed()).contains("functoins");
        assertThat(run("--sample", "many", pack.toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(printed()).contains("usage: MutatePack");
    }

    @Test
    void whereACaseFailsBeforeAnythingIsChangedNothingIsTried() throws IOException {
        conformance(
                """
                - {name: wrong, requirement: XX-1, asOf: 2026-02-01, given: {components: [{id: c, functions: [SMF], firstUse: 2026-01-02}]}, expect: PASS}
                """);
        assertThat(run(pack.toString())).isEqualTo(2);
        assertThat(printed())
                .contains("line 1", "of a conformance file", "the case 'wrong' of XX-1: expected PASS, but it is FAIL")
                .doesNotContain("noticed by a case");
    }

    @Test
    void aCaseOfThePackThatFailsBeforeAnythingIsChangedIsTold() throws IOException {
        Files.writeString(
                pack, PACK.replace("firstUse: 2026-01-02}]}, expect: FAIL", "firstUse: 2026-01-02}]}, expect: WARN"));
        assertThat(run(pack.toString())).isEqualTo(2);
        assertThat(printed()).contains("expected WARN, but it is FAIL").doesNotContain("conformance file");
    }

    private void conformance(String cases) throws IOException {
        Files.writeString(folder.resolve("src/test/resources/conformance/a.yaml"), cases);
    }

    private int run(String... args) {
        return MutatePack.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
