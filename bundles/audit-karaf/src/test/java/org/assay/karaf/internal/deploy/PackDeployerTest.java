package org.assay.karaf.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.core.CheckReport;
import org.assay.core.Origin;
import org.assay.core.PackState;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.core.Packs.Staged;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackDeployerTest {
    private static final String WHOLE = "{\"whole\": true}";

    @TempDir
    private Path deploy;

    private final List<String> offered = new ArrayList<>();
    private final PackDeployer deployer = new PackDeployer(packs());

    /** Takes what is whole, as the core does, and notes every offer with its way and its bringer. */
    private Packs packs() {
        return (Packs) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Packs.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).as("all that deploy/ may call").isEqualTo("offer");
                    String text = new String((byte[]) arguments[0], StandardCharsets.UTF_8);
                    offered.add(arguments[1] + " " + arguments[2] + " " + text);
                    return staged(text);
                });
    }

    private static Staged staged(String text) {
        if (!text.equals(WHOLE)) {
            throw new FaultException(
                    new Fault("syntax", "the text ends early", "", 1, text.length(), "send all of it"));
        }
        CheckReport report = new CheckReport(1, 1, 1, List.of());
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new Staged(
                new PackView(
                        "de-bsi",
                        "2026.2.0",
                        "sha256:00",
                        Map.of(),
                        1,
                        day,
                        day,
                        PackState.STAGED,
                        Origin.DEPLOY,
                        Instant.EPOCH,
                        "deploy/pack.dsse.json",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        report,
                        List.of(),
                        ""),
                true);
    }

    private File file(String name, String text) throws IOException {
        return Files.writeString(deploy.resolve(name), text).toFile();
    }

    @Test
    void handlesPacksAndNothingElse() throws IOException {
        assertThat(deployer.canHandle(file("pack.dsse.json", WHOLE))).isTrue();
        assertThat(deployer.canHandle(file("features.xml", WHOLE))).isFalse();
        assertThat(deployer.canHandle(file("bundle.jar", WHOLE))).isFalse();
        Path folder = Files.createDirectory(deploy.resolve("folder.dsse.json"));
        assertThat(deployer.canHandle(folder.toFile())).isFalse();
    }

    @Test
    void offersAFileInItsOwnName() throws IOException {
        deployer.install(file("pack.dsse.json", WHOLE));

        assertThat(offered).containsExactly("DEPLOY deploy/pack.dsse.json " + WHOLE);
    }

    @Test
    void triesAFileAgainThatWasHalfWrittenWhenItWasSeen() throws IOException {
        deployer.install(file("pack.dsse.json", "{\"who"));
        deployer.update(file("pack.dsse.json", WHOLE));

        assertThat(offered).hasSize(2).last().isEqualTo("DEPLOY deploy/pack.dsse.json " + WHOLE);
    }

    @Test
    void doesNothingWhenAFileIsTakenAway() throws IOException {
        File file = file("pack.dsse.json", WHOLE);
        Files.delete(file.toPath());

        deployer.uninstall(file);

        assertThat(offered).isEmpty();
    }

    @Test
    void survivesAFileThatIsGoneBeforeItIsRead() {
        File gone = deploy.resolve("gone.dsse.json").toFile();

        assertThatCode(() -> deployer.install(gone)).doesNotThrowAnyException();
        assertThat(offered).isEmpty();
    }

    @Test
    void readsNoMoreOfAFileThanAnEnvelopeMayHave() throws IOException {
        deployer.install(file("huge.dsse.json", "x".repeat(6 * 1024 * 1024)));

        assertThat(offered).singleElement().satisfies(offer -> assertThat(offer)
                .hasSizeLessThan(4 * 1024 * 1024 + 100));
    }
}
