package org.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.dsse.TrustedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningTest {
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

    @Test
    void aPackIsSignedIntoTheFolderOfItsRegimeWithAnIndex() throws IOException {
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Files.writeString(packs.resolve("xx.yaml"), PACK);
        KeyPair key = Keys.generate();
        SignPacks.sign(packs, folder.resolve("out"), key);
        Path out = folder.resolve("out/packs/xx-test");
        assertThat(out.resolve("index.txt")).hasContent("xx.dsse.json\n");
        byte[] envelope = Files.readAllBytes(out.resolve("xx.dsse.json"));
        PackEnvelope.Opened opened = PackEnvelope.open(envelope, TrustedKeys.of(List.of(key.getPublic())));
        assertThat(new String(opened.payload(), StandardCharsets.UTF_8)).isEqualTo(PACK);
    }

    @Test
    void aPackThatIsNotInOrderStopsTheBuildAtItsPlace() throws IOException {
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Files.writeString(packs.resolve("xx.yaml"), PACK.replace("severity: low", "severity: lowish"));
        assertThatThrownBy(() -> SignPacks.sign(packs, folder.resolve("out"), Keys.generate()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("xx.yaml:12:15: 'lowish'");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPackWhoseCaseFailsStopsTheBuildToo() throws IOException {
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Files.writeString(packs.resolve("xx.yaml"), PACK.replace("expect: PASS", "expect: REVIEW"));
        assertThatThrownBy(() -> SignPacks.sign(packs, folder.resolve("out"), Keys.generate()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("xx.yaml:16:13: a case of XX-1: expected REVIEW, but it is PASS by clause 1");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void modulesThatAreBuiltAtTheSameTimeMakeOneKey() throws Exception {
        Path keys = folder.resolve(".assay");
        ExecutorService modules = Executors.newFixedThreadPool(8);
        List<Future<KeyPair>> made = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            made.add(modules.submit(() -> SigningKey.of(null, keys)));
        }
        List<String> ids = new ArrayList<>();
        for (Future<KeyPair> one : made) {
            ids.add(Keys.id(one.get().getPublic()));
        }
        modules.shutdown();
        assertThat(ids).containsOnly(ids.get(0));
        assertThat(Files.list(keys)).containsExactly(keys.resolve("signing-key.pem"));
    }

    @Test
    void onlyTheOwnerMayReadTheKey() throws IOException {
        SigningKey.of("", folder.resolve(".assay"));
        assertThat(permissions(".assay")).isEqualTo("rwx------");
        assertThat(permissions(".assay/signing-key.pem")).isEqualTo("rw-------");
    }

    @Test
    void theKeyThatTheEnvironmentNamesIsTaken() throws IOException {
        KeyPair pair = Keys.generate();
        Path file = Files.writeString(folder.resolve("own.pem"), Keys.pem(pair.getPrivate()));
        assertThat(SigningKey.of(file.toString(), folder.resolve(".assay")).getPublic())
                .isEqualTo(pair.getPublic());
        assertThat(folder.resolve(".assay")).doesNotExist();
    }

    @Test
    void aKeyIsNamedByAnAbsolutePath() {
        assertThatThrownBy(() -> SigningKey.of("own.pem", folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ASSAY_SIGNING_KEY is 'own.pem'");
    }

    @Test
    void aFileThatIsNoKeyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("own.pem"), "no key");
        assertThatThrownBy(() -> SigningKey.of(file.toString(), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.pem");
    }

    @Test
    void thePublicHalfReplacesThatOfAnEarlierBuild() throws IOException {
        Path trust = folder.resolve("trust");
        PublishKey.publish(Keys.generate().getPublic(), trust);
        KeyPair key = Keys.generate();
        PublishKey.publish(key.getPublic(), trust);
        Path file = trust.resolve(Keys.id(key.getPublic()) + ".pem");
        assertThat(Files.list(trust)).containsExactly(file);
        assertThat(Keys.readPublic(Files.readString(file))).isEqualTo(key.getPublic());
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
