package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.Finding;
import org.assay.core.Ledger;
import org.assay.core.Networks.Format;
import org.assay.core.OutlookView;
import org.assay.core.PackState;
import org.assay.core.PageRequest;
import org.assay.core.StandingView;
import org.assay.core.Tokens.TokenView;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.Core;
import org.assay.core.internal.CoreSettings;
import org.assay.core.internal.engine.EngineFacts;
import org.assay.core.internal.regime.Arrival;
import org.assay.core.internal.webhook.AddressPolicy;
import org.assay.core.store.StoreException;
import org.assay.engine.digest.MerkleTree;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.eval.Interpreter;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The core on the store as it is shipped: what it acknowledged is there after a restart. */
@ParameterizedClass
@EnumSource(Kind.class)
class CoreOnStoreTest {
    private static final String REGIME = "xx-one";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final KeyPair key = Keys.generate();
    private final Clock clock = Clock.systemUTC();

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private Kind on;
    private Path data;
    private TestDatabase database;

    private StoreComponent store;
    private Core core;
    private long service;

    @BeforeEach
    void create() {
        use(kind, folder);
        start();
    }

    private void use(Kind on, Path folder) {
        this.on = on;
        this.data = folder.resolve("var");
        this.database = on.create(folder);
    }

    /** Without any for the embedded database, so that what is shipped is what is tested. */
    private Map<String, Object> configuration() {
        return on == Kind.H2
                ? Map.of()
                : Map.of("url", database.url(), "user", database.user(), "password", database.password());
    }

    private void start() {
        store = new StoreComponent(database.factory(), new StoreSettings(configuration(), data.toString()));
        CoreSettings settings =
                new CoreSettings(data, trust(), false, false, Long.MAX_VALUE, LIMIT, AddressPolicy.of(""));
        core = new Core(store, new Interpreter(), new EngineFacts(), settings, clock);
        core.registry().arrived(new Arrival(REGIME, ++service, "bundle 1.0.0", List.of(pack("1.0.0", "a"))));
        assertThat(core.registry().awaitSettled(REGIME, LIMIT))
                .as("the regime's packs were offered within %s", LIMIT)
                .isTrue();
    }

    private Path trust() {
        try {
            Path trusted = Files.createDirectories(folder.resolve("assay-trust"));
            Files.writeString(trusted.resolve("key.pem"), Keys.pem(key.getPublic()));
            return trusted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        core.close();
        store.close();
    }

    private byte[] pack(String version, String good) {
        try (InputStream in = CoreOnStoreTest.class.getResourceAsStream("pack.yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("VERSION", version)
                    .replace("GOOD", good);
            return PackEnvelope.sign(yaml.getBytes(StandardCharsets.UTF_8), key.getPrivate());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private AuditView audit() {
        return core.audits().create(AuditRequest.of("alpha", List.of(REGIME), DAY), "ann");
    }

    private String network() {
        String document =
                """
                {"format": "assay.network/1",
                 "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
                 "operator": {"id": "op", "name": "Op"},
                 "components": [{"id": "c-1", "kind": "equipment", "product": {"name": "b"}}]}
                """;
        core.networks().put("alpha", "Alpha", "DE", null, "ann");
        return core.networks()
                .addSnapshot(
                        "alpha",
                        Format.JSON,
                        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                        "ann")
                .snapshot()
                .digest();
    }

    @Test
    void keepsEverythingOverARestart() {
        String snapshot = network();
        core.packs().stage(REGIME, pack("2.0.0", "b"), "ann");
        AuditView old = audit();
        core.packs().activate(REGIME, "2.0.0", "bob");
        AuditView before = core.audits().get(old.id());
        AuditView after = audit();
        assertThat(before.stale()).hasSize(1);
        List<Finding> findings = core.audits()
                .findings(before.id(), VerdictFilter.ALL, PageRequest.first())
                .items();
        String secret = core.tokens().add("ci", "admin").secret();

        stop();
        start();

        assertThat(core.readiness().check().ready()).isTrue();
        assertThat(core.packs().get(REGIME, "2.0.0").state()).isEqualTo(PackState.ACTIVE);
        assertThat(core.packs().get(REGIME, "1.0.0").state()).isEqualTo(PackState.SUPERSEDED);
        assertThat(core.networks().snapshot("alpha", "latest").digest()).isEqualTo(snapshot);
        assertThat(core.audits().get(before.id())).isEqualTo(before);
        assertThat(core.audits()
                        .findings(before.id(), VerdictFilter.ALL, PageRequest.first())
                        .items())
                .isEqualTo(findings)
                .hasSize(1);
        assertThat(core.tokens().authenticate(secret)).contains("ci");
        assertThat(audit().regimes().get(0).verdictDigest())
                .isEqualTo(after.regimes().get(0).verdictDigest())
                .isNotEqualTo(before.regimes().get(0).verdictDigest());
    }

    @Test
    void makesStandingAuditsMarksWhatIsStaleAndLooksAhead() {
        network();
        core.packs().stage(REGIME, pack("2.0.0", "b"), "ann");
        core.standing().put("alpha", List.of(REGIME), "ann");
        String first = standing("").audit();
        core.packs().activate(REGIME, "2.0.0", "bob");
        StandingView second = standing(first);
        OutlookView ahead = core.outlooks().outlook("alpha", Set.of(REGIME), 30, PageRequest.first());

        assertThat(second.stale()).isEmpty();
        assertThat(core.audits().get(first).stale()).hasSize(1);
        assertThat(ahead.isComplete()).isTrue();
        stop();
        start();
        assertThat(core.standing().get("alpha")).isEqualTo(second);
        assertThat(core.audits().get(first).stale()).hasSize(1);
        assertThat(core.outlooks().outlook("alpha", Set.of(REGIME), 30, PageRequest.first()))
                .isEqualTo(ahead);
    }

    /** The standing audit once it is another one, and is made. */
    private StandingView standing(String before) {
        long end = System.nanoTime() + LIMIT.toNanos();
        StandingView seen = core.standing().get("alpha");
        while (seen.audit() == null || seen.audit().equals(before)) {
            assertThat(System.nanoTime())
                    .as("a standing audit within %s, after %s", LIMIT, seen)
                    .isLessThan(end);
            LockSupport.parkNanos(50_000_000);
            seen = core.standing().get("alpha");
        }
        return seen;
    }

    @Test
    void keepsItsFilesToItsOwner() throws IOException {
        String blobs = kind == Kind.H2 ? "var/blobs" : "var/aside";
        for (String each : List.of("var", "var/db", blobs)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(each))))
                    .as("mode of %s", each)
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("var/token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void givesEveryAuditOneRuleSetWhilePacksAreSwapped() throws Exception {
        network();
        String first = audit().regimes().get(0).verdictDigest();
        core.packs().stage(REGIME, pack("2.0.0", "b"), "ann");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<AuditView>> audits = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                core.packs().activate(REGIME, "2.0.0", "ann");
                for (int j = 0; j < 4; j++) {
                    audits.add(threads.submit(this::audit));
                }
                core.packs().rollback(REGIME, "1.0.0", "ann");
            }
            for (Future<AuditView> each : audits) {
                AuditView.RegimePart part = each.get().regimes().get(0);
                assertThat(part.verdictDigest().equals(first))
                        .as("the verdicts are those of the pack that is named")
                        .isEqualTo(part.packVersion().equals("1.0.0"));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(core.audits().list("alpha", false, PageRequest.first()).total())
                .isEqualTo(81);
    }

    @Test
    void comesBackFromABackUpInAnEmptyDatabaseOfEitherKind() throws IOException {
        network();
        core.packs().stage(REGIME, pack("2.0.0", "b"), "ann");
        AuditView old = audit();
        core.packs().activate(REGIME, "2.0.0", "bob");
        AuditView before = core.audits().get(old.id());
        AuditView after = audit();
        Ledger.Head ledger = core.ledger().head();
        byte[] backup = backup();
        stop();

        for (Kind target : Kind.values()) {
            use(target, Files.createDirectory(folder.resolve(target.name())));
            bringBack(backup);

            assertThat(core.audits().get(before.id())).isEqualTo(before);
            assertThat(core.audits()
                            .findings(before.id(), VerdictFilter.ALL, PageRequest.first())
                            .items())
                    .hasSize(1);
            assertThat(core.audits().get(after.id())).isEqualTo(after);
            assertThat(core.packs().get(REGIME, "2.0.0").state()).isEqualTo(PackState.ACTIVE);
            assertThat(MerkleTree.verifyConsistency(
                            ledger.size(),
                            HexFormat.of().parseHex(ledger.root()),
                            core.ledger().head().size(),
                            HexFormat.of().parseHex(core.ledger().head().root()),
                            core.ledger().consistency(ledger.size()).hashes().stream()
                                    .map(HexFormat.of()::parseHex)
                                    .toList()))
                    .as("the ledger goes on where it was")
                    .isTrue();
            assertThat(audit().regimes().get(0).verdictDigest())
                    .isEqualTo(after.regimes().get(0).verdictDigest());
            core.packs().rollback(REGIME, "1.0.0", "ann");
            assertThat(audit().regimes().get(0).verdictDigest())
                    .isEqualTo(before.regimes().get(0).verdictDigest());
            assertThat(data.resolve("restored.zip")).exists();
            stop();
        }
        start();
    }

    @Test
    void holdsNoCredentialInABackUp() throws IOException {
        String secret = core.tokens().add("ci", "admin").secret();
        byte[] backup = backup();
        stop();
        use(kind, Files.createDirectory(folder.resolve("new")));
        bringBack(backup);

        assertThat(core.tokens().authenticate(secret)).isEmpty();
        assertThat(core.tokens().list()).extracting(TokenView::name).containsExactly("admin");
    }

    @Test
    void refusesABackUpBesideOtherStateAndChangesNothing() throws IOException {
        network();
        byte[] backup = backup();
        stop();
        use(kind, Files.createDirectory(folder.resolve("new")));
        start();
        Ledger.Head ledger = core.ledger().head();
        stop();

        assertThatThrownBy(() -> bringBack(backup))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the database is not empty");
        Files.delete(data.resolve("restore.zip"));
        start();
        assertThat(core.ledger().head().root()).isEqualTo(ledger.root());
    }

    @Test
    void refusesWhatIsNoWholeBackUp() throws IOException {
        network();
        byte[] backup = backup();
        stop();
        use(kind, Files.createDirectory(folder.resolve("new")));

        for (byte[] broken : List.of(
                new byte[0],
                Arrays.copyOf(backup, backup.length / 2),
                flipped(backup, "rows/network.ndjson", 19),
                flipped(backup, "blobs/sha256:", 77))) {
            assertThatThrownBy(() -> bringBack(broken))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("restore.zip cannot be brought back");
        }
        bringBack(backup);
        assertThat(core.networks().list(PageRequest.first()).items()).hasSize(1);
    }

    /** The third byte of the contents that follow an entry's name. */
    private static byte[] flipped(byte[] backup, String name, int length) {
        byte[] changed = backup.clone();
        int at = new String(backup, StandardCharsets.ISO_8859_1).indexOf(name);
        assertThat(at).as("the place of %s", name).isPositive();
        changed[at + length + 2] ^= 1;
        return changed;
    }

    private byte[] backup() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.backup(out);
        return out.toByteArray();
    }

    private void bringBack(byte[] backup) throws IOException {
        Files.createDirectories(data);
        Files.write(data.resolve("restore.zip"), backup);
        start();
    }
}
