package org.assay.core.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.IntakeReport;
import org.assay.core.Networks.Format;
import org.assay.core.internal.engine.EngineFacts;
import org.assay.core.internal.regime.Arrival;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.internal.webhook.AddressPolicy;
import org.assay.core.store.Store;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.Interpreter;

/** A core on a store in memory, with the real engine, a clock that is set by hand and a container that is a fake. */
final class Bench implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final RetentionRules FOR_EVER = RetentionRules.none();

    final HandClock clock;
    final FakeContainer container;
    final Store store;
    final Core core;
    private final Path data;
    private final boolean fourEyes;

    Bench(Store store, Path data, boolean activateOnArrival, long largeAudit) {
        this(store, data, activateOnArrival, false, largeAudit, new HandClock());
    }

    private Bench(
            Store store, Path data, boolean activateOnArrival, boolean fourEyes, long largeAudit, HandClock clock) {
        this(store, data, activateOnArrival, fourEyes, largeAudit, clock, new FakeContainer());
    }

    private Bench(
            Store store,
            Path data,
            boolean activateOnArrival,
            boolean fourEyes,
            long largeAudit,
            HandClock clock,
            FakeContainer container) {
        this(store, data, activateOnArrival, fourEyes, largeAudit, clock, container, new Interpreter(), FOR_EVER);
    }

    private Bench(
            Store store,
            Path data,
            boolean activateOnArrival,
            boolean fourEyes,
            long largeAudit,
            HandClock clock,
            FakeContainer container,
            Evaluator evaluator,
            RetentionRules retention) {
        this.container = container;
        this.store = store;
        this.data = data;
        this.clock = clock;
        this.fourEyes = fourEyes;
        CoreSettings settings = new CoreSettings(
                data,
                TestPacks.trust(data),
                activateOnArrival,
                fourEyes,
                largeAudit,
                PATIENCE,
                AddressPolicy.of(""),
                retention);
        this.core = new Core(store, evaluator, new EngineFacts(), settings, clock);
        container.registry(core.registry());
    }

    static Bench in(Path data) {
        return new Bench(new MemoryStore(), data, false, Long.MAX_VALUE);
    }

    /** With two regimes, of which the packs {@code a} and {@code b} have arrived. */
    static Bench ofTwo(Path data) {
        Bench bench = in(data);
        bench.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.arrive("xx-two", 2, TestPacks.pack("xx-two", "1.0.0", "b"));
        return bench;
    }

    /** With an evaluator of the caller's. */
    static Bench judging(Path data, Evaluator evaluator) {
        return new Bench(
                new MemoryStore(),
                data,
                false,
                false,
                Long.MAX_VALUE,
                new HandClock(),
                new FakeContainer(),
                evaluator,
                FOR_EVER);
    }

    /** On a store of the caller's, where facts and verdicts are kept for so long. */
    static Bench keeping(Store store, Path data, Evaluator evaluator, RetentionRules retention, HandClock clock) {
        return new Bench(store, data, false, false, Long.MAX_VALUE, clock, new FakeContainer(), evaluator, retention);
    }

    /** Where two persons are needed. */
    static Bench withFourEyes(Path data) {
        return new Bench(new MemoryStore(), data, false, true, Long.MAX_VALUE, new HandClock());
    }

    /** Another node on the same store, with a container and a data directory of its own. */
    Bench beside(Path otherData) {
        return new Bench(store, otherData, false, fourEyes, Long.MAX_VALUE, clock);
    }

    /** The same store, as a new process finds it. */
    Bench restart() {
        close();
        return new Bench(store, data, false, fourEyes, Long.MAX_VALUE, clock);
    }

    /** The same store and the same container, whose cache holds what was installed. */
    Bench restartWithCache() {
        return startedWith(store);
    }

    /** The same container beside another store. */
    Bench withAnotherStore() {
        return startedWith(new MemoryStore());
    }

    private Bench startedWith(Store otherStore) {
        close();
        Bench next = new Bench(otherStore, data, false, fourEyes, Long.MAX_VALUE, clock, container);
        container.startsAgain(next.core.registry());
        next.core.installers().set(container);
        return next;
    }

    @Override
    public void close() {
        core.close();
    }

    /** A bundle offers a regime; returns when its packs have been offered to the store. */
    void arrive(String regime, long service, byte[]... envelopes) {
        core.registry().arrived(new Arrival(regime, service, "bundle-" + service + " 1.0.0", List.of(envelopes)));
        if (!core.settled(regime, PATIENCE)) {
            throw new AssertionError("the regime " + regime + " was not settled within " + PATIENCE);
        }
    }

    /** With the regime xx-one, whose pack has these sections and requirements, and the network alpha. */
    static Bench of(Path data, String sections, String requirements) {
        Bench bench = in(data);
        bench.arrive("xx-one", 1, TestPacks.with("xx-one", sections, requirements));
        bench.core.networks().put("alpha", "Alpha", "DE", null, "tester");
        return bench;
    }

    /** These are the facts of alpha from now on. */
    void send(String document) {
        core.networks().addSnapshot("alpha", Format.JSON, stream(document), "tester");
    }

    /** A network with two components, one of them of that product. */
    IntakeReport network(String id, String product) {
        core.networks().put(id, "Network " + id, "DE", null, "tester");
        return snapshot(id, product);
    }

    IntakeReport snapshot(String id, String product) {
        return core.networks().addSnapshot(id, Format.JSON, stream(document(id, product)), "tester");
    }

    static String document(String id, String product) {
        return """
            {"format": "assay.network/1",
             "network": {"id": "%s", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": true}}},
             "components": [
               {"id": "c-1", "kind": "equipment", "domain": "core", "product": {"name": "%s"}},
               {"id": "c-2", "kind": "equipment", "domain": "passive"}],
             "evidence": [], "contracts": [], "orders": []}
            """
                .formatted(id, product);
    }

    static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    AuditView audit(String network, String... regimes) {
        return core.audits().create(AuditRequest.of(network, List.of(regimes), null), "tester");
    }

    /** A clock that stands still until it is moved. */
    static final class HandClock extends Clock {
        private final AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));

        /** From now on it goes on by so much each time that it is read. */
        void tick(Duration time) {
            step.set(time);
        }

        void forward(Duration time) {
            now.updateAndGet(instant -> instant.plus(time));
        }

        @Override
        public Instant instant() {
            return now.getAndUpdate(instant -> instant.plus(step.get()));
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
