package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.assay.core.AuditView;
import org.assay.core.Ledger;
import org.assay.core.PackState;
import org.assay.core.PageRequest;
import org.assay.core.Tokens.TokenView;
import org.assay.core.VerdictFilter;
import org.assay.core.Webhooks;
import org.assay.core.store.StoreException;
import org.assay.engine.digest.MerkleTree;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A back-up brings all state, and no secret, into an empty database of either kind. */
@ParameterizedClass
@EnumSource(Kind.class)
class BackupTest {
    private static final String LEDGER = "ledger_entry";

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private StoreBench bench;

    @BeforeEach
    void create() {
        bench = new StoreBench(kind, folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void comesBackFromABackUpInAnEmptyDatabaseOfEitherKind() throws IOException {
        bench.network();
        bench.core().packs().stage(StoreBench.REGIME, bench.pack("2.0.0", "b"), "ann");
        AuditView old = bench.audit();
        bench.core().packs().activate(StoreBench.REGIME, "2.0.0", "bob");
        AuditView before = bench.core().audits().get(old.id());
        AuditView after = bench.audit();
        Ledger.Head ledger = bench.core().ledger().head();
        byte[] backup = bench.backup();
        bench.close();

        for (Kind target : Kind.values()) {
            bench.use(target, Files.createDirectory(folder.resolve(target.name())));
            bench.bringBack(backup);

            assertThat(bench.core().audits().get(before.id())).isEqualTo(before);
            assertThat(bench.core()
                            .audits()
                            .findings(before.id(), VerdictFilter.ALL, PageRequest.first())
                            .items())
                    .hasSize(1);
            assertThat(bench.core().audits().get(after.id())).isEqualTo(after);
            assertThat(bench.core().packs().get(StoreBench.REGIME, "2.0.0").state())
                    .isEqualTo(PackState.ACTIVE);
            assertThat(MerkleTree.verifyConsistency(
                            ledger.size(),
                            HexFormat.of().parseHex(ledger.root()),
                            bench.core().ledger().head().size(),
                            HexFormat.of().parseHex(bench.core().ledger().head().root()),
                            bench.core().ledger().consistency(ledger.size()).hashes().stream()
                                    .map(HexFormat.of()::parseHex)
                                    .toList()))
                    .as("the ledger goes on where it was")
                    .isTrue();
            assertThat(bench.audit().regimes().get(0).verdictDigest())
                    .isEqualTo(after.regimes().get(0).verdictDigest());
            bench.core().packs().rollback(StoreBench.REGIME, "1.0.0", "ann");
            assertThat(bench.audit().regimes().get(0).verdictDigest())
                    .isEqualTo(before.regimes().get(0).verdictDigest());
            assertThat(bench.data().resolve("restored.zip")).exists();
            bench.close();
        }
        bench.start();
    }

    @Test
    void holdsNoCredentialInABackUp() throws IOException {
        String secret = bench.core().tokens().add("ci", "admin").secret();
        byte[] backup = bench.backup();
        bench.close();
        bench.use(kind, Files.createDirectory(folder.resolve("new")));
        bench.bringBack(backup);

        assertThat(bench.core().tokens().authenticate(secret)).isEmpty();
        assertThat(bench.core().tokens().list()).extracting(TokenView::name).containsExactly("admin");
    }

    @Test
    void holdsFeedsAndWebhooksButNoneOfTheirSecrets() throws IOException {
        bench.network();
        String feed = bench.core().feeds().add("alpha", "office", "ann").secret();
        Webhooks.Secret made =
                bench.core().webhooks().add(URI.create("https://receiver.invalid/hook"), Set.of(), "alpha", "ann");
        String webhook = made.webhook().id();
        bench.core().webhooks().test(webhook);
        byte[] backup = bench.backup();
        assertThat(contents(backup))
                .doesNotContain(made.secret().substring("whsec_".length()))
                .contains("https://receiver.invalid/hook");
        bench.close();

        bench.use(kind, Files.createDirectory(folder.resolve("new")));
        bench.bringBack(backup);

        assertThat(bench.core().feeds().authenticate("alpha", feed)).contains("office");
        Webhooks.View back = bench.core().webhooks().get(webhook);
        assertThat(back.needsSecret()).isTrue();
        assertThat(back.waiting()).as("what was on its way waits").isEqualTo(1);
        Webhooks.Secret rotated = bench.core().webhooks().rotate(webhook, "ann");
        assertThat(rotated.webhook().needsSecret()).isFalse();
        assertThat(rotated.secret()).isNotEqualTo(made.secret());
    }

    /** All entries, unpacked, as text. */
    private static String contents(byte[] backup) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(backup))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void keepsFactsInAsLittleRoomAsAtIntake() throws IOException {
        bench.network();
        bench.audit();
        byte[] backup = bench.backup();
        bench.close();
        bench.use(Kind.H2, Files.createDirectory(folder.resolve("new")));
        bench.bringBack(backup);

        try (Stream<Path> files = Files.walk(bench.data().resolve("blobs"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".gz")))
                    .as("the facts of one snapshot")
                    .hasSize(1);
        }
        assertThat(bench.core().networks().facts("alpha", "latest").size()).isPositive();
    }

    private void isRefusedAndChangesNothing(byte[] backup) throws IOException {
        Ledger.Head ledger = bench.core().ledger().head();
        bench.close();

        assertThatThrownBy(() -> bench.bringBack(backup))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the database is not empty");
        Files.delete(bench.data().resolve("restore.zip"));
        bench.start();
        assertThat(bench.core().ledger().head().root()).isEqualTo(ledger.root());
    }

    @Test
    void refusesABackUpBesideOtherStateAndChangesNothing() throws IOException {
        bench.network();
        byte[] backup = bench.backup();
        bench.close();
        bench.use(kind, Files.createDirectory(folder.resolve("new")));
        bench.start();
        isRefusedAndChangesNothing(backup);
    }

    @Test
    void refusesABackUpOfTheSameStateAsItWasBefore() throws IOException {
        bench.network();
        byte[] backup = bench.backup();
        bench.audit();
        isRefusedAndChangesNothing(backup);
    }

    @Test
    void refusesABackUpThatLacksWhatItsRowsAreMadeOf() throws IOException {
        bench.network();
        bench.audit();
        byte[] backup = bench.backup();
        bench.close();
        bench.use(kind, Files.createDirectory(folder.resolve("new")));

        assertThatThrownBy(() -> bench.bringBack(
                        EditedBackup.of(backup, name -> !name.startsWith("blobs/"), LEDGER, rows -> rows)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("are not in it, which");
        assertThatThrownBy(() -> bench.bringBack(EditedBackup.of(
                        backup, name -> true, LEDGER, rows -> rows.replace("\\\"who\\\":\\\"", "\\\"who\\\":\\\"x"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("of its ledger was changed");
        bench.bringBack(backup);
        assertThat(bench.core().networks().list(PageRequest.first()).items()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoWholeBackUp() throws IOException {
        bench.network();
        byte[] backup = bench.backup();
        bench.close();
        bench.use(kind, Files.createDirectory(folder.resolve("new")));

        for (byte[] broken : List.of(
                new byte[0],
                Arrays.copyOf(backup, backup.length / 2),
                flipped(backup, "rows/network.ndjson", 19),
                flipped(backup, "blobs/sha256:", 77))) {
            assertThatThrownBy(() -> bench.bringBack(broken))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("restore.zip cannot be brought back");
        }
        bench.bringBack(backup);
        assertThat(bench.core().networks().list(PageRequest.first()).items()).hasSize(1);
    }

    /** The third byte of the contents that follow an entry's name. */
    private static byte[] flipped(byte[] backup, String name, int length) {
        byte[] changed = backup.clone();
        int at = new String(backup, StandardCharsets.ISO_8859_1).indexOf(name);
        assertThat(at).as("the place of %s", name).isPositive();
        changed[at + length + 2] ^= 1;
        return changed;
    }
}
