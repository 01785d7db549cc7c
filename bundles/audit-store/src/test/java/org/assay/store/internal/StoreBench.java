package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.Networks.Format;
import org.assay.core.SnapshotView;
import org.assay.core.internal.Core;
import org.assay.core.internal.CoreSettings;
import org.assay.core.internal.engine.EngineFacts;
import org.assay.core.internal.regime.Arrival;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.internal.webhook.AddressPolicy;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.eval.Interpreter;
import org.assay.store.internal.TestDatabase.Kind;
import org.jspecify.annotations.Nullable;

/** The core on the store as it is shipped, on a database of either kind. */
final class StoreBench implements AutoCloseable {
    static final String REGIME = "xx-one";
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final Duration LIMIT = Duration.ofSeconds(30);

    final Path folder;
    private final KeyPair key = Keys.generate();
    private final Clock clock;
    private final RetentionRules retention;

    private Kind kind;
    private Path data;
    private TestDatabase database;
    private StoreComponent store;
    private Core core;
    private long service;

    StoreBench(Kind kind, Path folder) {
        this(kind, folder, Clock.systemUTC(), RetentionRules.none());
    }

    StoreBench(Kind kind, Path folder, Clock clock, RetentionRules retention) {
        this.folder = folder;
        this.clock = clock;
        this.retention = retention;
        use(kind, folder);
        start();
    }

    /** Goes on with an empty database and data directory once it is started again. */
    void use(Kind other, Path otherFolder) {
        this.kind = other;
        this.data = otherFolder.resolve("var");
        this.database = other.create(otherFolder);
    }

    Core core() {
        return core;
    }

    StoreComponent store() {
        return store;
    }

    Path data() {
        return data;
    }

    /** Without any for the embedded database, so that what is shipped is what is tested. */
    private Map<String, Object> configuration() {
        return kind == Kind.H2
                ? Map.of()
                : Map.of("url", database.url(), "user", database.user(), "password", database.password());
    }

    void start() {
        store = new StoreComponent(database.factory(), new StoreSettings(configuration(), data.toString()));
        CoreSettings settings =
                new CoreSettings(data, trust(), false, false, Long.MAX_VALUE, LIMIT, AddressPolicy.of(""), retention);
        core = new Core(store, new Interpreter(), new EngineFacts(), settings, clock);
        core.registry().arrived(new Arrival(REGIME, ++service, "bundle 1.0.0", List.of(pack("1.0.0", "a"))));
        assertThat(core.registry().awaitSettled(REGIME, LIMIT))
                .as("the regime's packs were offered within %s", LIMIT)
                .isTrue();
    }

    @Override
    public void close() {
        core.close();
        store.close();
    }

    void restart() {
        close();
        start();
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

    /** A signed pack under which only components of that product pass. */
    byte[] pack(String version, String good) {
        try (InputStream in = StoreBench.class.getResourceAsStream("pack.yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("VERSION", version)
                    .replace("GOOD", good);
            return PackEnvelope.sign(yaml.getBytes(StandardCharsets.UTF_8), key.getPrivate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AuditView audit() {
        return audit(DAY);
    }

    /** As of a day; null for today. */
    AuditView audit(@Nullable LocalDate asOf) {
        return core.audits().create(AuditRequest.of("alpha", List.of(REGIME), asOf), "ann");
    }

    /** The network alpha with one component. */
    String network() {
        core.networks().put("alpha", "Alpha", "DE", null, "ann");
        return snapshot("b").digest();
    }

    SnapshotView snapshot(String product) {
        String document =
                """
                {"format": "assay.network/1",
                 "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
                 "operator": {"id": "op", "name": "Op"},
                 "components": [{"id": "c-1", "kind": "equipment", "product": {"name": "%s"}}]}
                """
                        .formatted(product);
        return core.networks()
                .addSnapshot(
                        "alpha",
                        Format.JSON,
                        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                        "ann")
                .snapshot();
    }

    byte[] backup() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.backup(out);
        return out.toByteArray();
    }

    /** Starts with a back-up that waits to be brought in. */
    void bringBack(byte[] backup) throws IOException {
        Files.createDirectories(data);
        Files.write(data.resolve("restore.zip"), backup);
        start();
    }

    /** A clock that stands still until it is moved. */
    static final class HandClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));

        void forward(Duration time) {
            now.updateAndGet(instant -> instant.plus(time));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock knows UTC only");
        }
    }
}
