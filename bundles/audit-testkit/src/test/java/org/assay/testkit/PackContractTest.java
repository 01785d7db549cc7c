package org.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assay.api.Regime;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class PackContractTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.10.0
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
                  - {when: "network.subscribers > 5", then: FAIL, because: many, remedy: fewer}
                  - {then: PASS}
                cases:
                  - {name: few, asOf: 2026-01-01, given: {network: {subscribers: 5}}, expect: PASS}
                  - {name: many, asOf: 2026-01-01, given: {network: {subscribers: 6}}, expect: FAIL}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writePacks() throws IOException {
        Files.createDirectories(folder.resolve("packs"));
        Files.createDirectories(folder.resolve("conformance"));
        Files.writeString(folder.resolve("packs/a.yaml"), PACK);
        Files.writeString(
                folder.resolve("conformance/examples.yaml"),
                "- {name: ten, article: art. 1, requirement: XX-1, asOf: 2026-01-01, given: {network: {subscribers: 10}}, expect: FAIL}\n");
    }

    @Test
    void eachCaseIsATestUnderItsRequirement() {
        assertThat(names(contract(List.of()).packs()))
                .containsExactly(
                        "a.yaml/XX-1/few",
                        "a.yaml/XX-1/many",
                        "a.yaml/XX-1/each clause is reached",
                        "a.yaml/the cases of all procedures hold, and make each move",
                        "a.yaml/each clock is shown on its day and the day before",
                        "a.yaml/whatever evidence comes, cases stay in order");
        run(contract(List.of()).packs());
    }

    @Test
    void aCaseThatDoesNotHoldFailsItsTestAlone() throws IOException {
        Files.writeString(folder.resolve("packs/a.yaml"), PACK.replace("subscribers: 6", "subscribers: 4"));
        List<DynamicTest> tests = tests(contract(List.of()).packs());
        assertThatThrownBy(tests.get(1).getExecutable()::execute)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "a.yaml:20:9: the case 'many' of XX-1: expected FAIL, but it is PASS by clause 2");
    }

    @Test
    void conformanceFilesSpeakOfTheHighestVersion() throws IOException {
        String older =
                PACK.replace("1.10.0", "1.9.0").replace("> 5", "> 50").replace("subscribers: 6", "subscribers: 60");
        Files.writeString(folder.resolve("packs/b.yaml"), older);
        assertThat(names(contract(List.of()).conformance())).containsExactly("examples.yaml/XX-1: ten (art. 1)");
        run(contract(List.of()).conformance());
    }

    @Test
    void theBundleMustOfferThePackAsItIsWritten() throws IOException {
        byte[] signed = sign(PACK);
        contract(List.of(signed)).theBundleOffersItsPacksSigned();
        PackContract other = contract(List.of(sign(PACK.replace("A test", "Another"))));
        assertThatThrownBy(other::theBundleOffersItsPacksSigned).isInstanceOf(AssertionError.class);
        PackContract stranger = contract(List.of(PackEnvelope.sign(
                PACK.getBytes(StandardCharsets.UTF_8), Keys.generate().getPrivate())));
        assertThatThrownBy(stranger::theBundleOffersItsPacksSigned).hasMessageContaining("not trusted");
    }

    private static byte[] sign(String pack) throws IOException {
        return PackEnvelope.sign(
                pack.getBytes(StandardCharsets.UTF_8), SigningKey.ofClone().getPrivate());
    }

    private PackContract contract(List<byte[]> offered) {
        return new PackContract(folder.resolve("packs"), folder.resolve("conformance")) {
            @Override
            protected Regime regime() {
                return new Regime() {
                    @Override
                    public String id() {
                        return "xx-test";
                    }

                    @Override
                    public List<byte[]> packs() {
                        return offered;
                    }
                };
            }
        };
    }

    private static void run(Stream<DynamicNode> nodes) {
        assertThat(tests(nodes)).isNotEmpty().allSatisfy(test -> {
            Executable executable = test.getExecutable();
            executable.execute();
        });
    }

    private static List<String> names(Stream<DynamicNode> nodes) {
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names("", node, names));
        return names;
    }

    private static void names(String path, DynamicNode node, List<String> names) {
        if (node instanceof DynamicContainer container) {
            container.getChildren().forEach(child -> names(path + node.getDisplayName() + "/", child, names));
        } else {
            names.add(path + node.getDisplayName());
        }
    }

    private static List<DynamicTest> tests(Stream<? extends DynamicNode> nodes) {
        return nodes.flatMap(node -> node instanceof DynamicContainer container
                        ? tests(container.getChildren()).stream()
                        : Stream.of((DynamicTest) node))
                .toList();
    }
}
