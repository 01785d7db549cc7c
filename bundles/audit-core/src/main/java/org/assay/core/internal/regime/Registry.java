package org.assay.core.internal.regime;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.assay.core.Causes;
import org.assay.core.RegimeInstaller;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.pack.PackLife;
import org.assay.core.internal.pack.PackLife.Offered;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the regimes' services: offers their packs to the store when they arrive, lets the second of an id wait, and
 * brings back at start what the store says is installed. The work is done one piece after the other by an executor.
 */
public final class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final String CONTAINER = "container";
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(10);

    private final Store store;
    private final PackLife packs;
    private final Providers providers;
    private final Installers installers;
    private final Executor worker;
    private final Moments moments;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Instant> attempts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> asked = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<String>> refused = new ConcurrentHashMap<>();
    private final Settled settled = new Settled();
    private final LeftOvers leftOvers;
    private final Retries retries;

    /** What this node last knew of each row, installed or not; guards reading and writing rows against each other. */
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * Makes one.
     *
     * @param worker runs one task after the other
     */
    public Registry(Store store, PackLife packs, Installers installers, Executor worker, Moments moments) {
        this.store = store;
        this.packs = packs;
        this.providers = new Providers(moments.clock());
        this.installers = installers;
        this.worker = worker;
        this.moments = moments;
        this.leftOvers = new LeftOvers(moments);
        this.retries = new Retries(moments);
        changedElsewhere().stream()
                .filter(RegimeRow::installed)
                .map(RegimeRow::id)
                .forEach(missing::add);
    }

    /** A service arrived. Returns at once. */
    public void arrived(Arrival arrival) {
        if (arrival.fromCache() && !isKnownAsInstalled(arrival.regime())) {
            leftOvers.add(arrival.regime());
        }
        Optional<Arrival> before = providers.arrive(arrival);
        if (before.isPresent()) {
            LOG.warn(
                    "Regime {} of {} waits: {} provides it already",
                    arrival.regime(),
                    arrival.bundle(),
                    before.get().bundle());
        } else {
            worker.execute(() -> offer(arrival));
        }
    }

    /** A service left. Returns at once. */
    public void left(long service) {
        providers.leave(service).ifPresent(next -> {
            LOG.info("Regime {} is now provided by {}, which waited", next.regime(), next.bundle());
            worker.execute(() -> offer(next));
        });
    }

    private void offer(Arrival arrival) {
        String regime = arrival.regime();
        if (!provides(arrival)) {
            return;
        }
        if (isLeftOver(arrival)) {
            leftOvers.add(regime);
            LOG.warn(
                    "{}: the regime {} is in the container's cache, but the database says that it is not installed",
                    arrival.bundle(),
                    regime);
            return;
        }
        leftOvers.forget(regime);
        try {
            String who = asked.getOrDefault(regime, CONTAINER);
            Offered done = offer(arrival, who);
            done.lines().forEach(line -> LOG.info("{}: {}", arrival.bundle(), line));
            done.refused().forEach(line -> LOG.error("{}: pack refused: {}", arrival.bundle(), line));
            refused.put(regime, done.refused());
            missing.remove(regime);
            retries.note(regime, done.again());
            settled.add(regime, arrival.service(), true);
        } catch (RuntimeException e) {
            LOG.error("{}: the regime {} could not be taken; it is tried again", arrival.bundle(), regime, e);
            refused.put(regime, List.of("the regime could not be taken, which is tried again: " + Causes.of(e)));
            retries.note(regime, true);
            settled.add(regime, arrival.service(), false);
        }
    }

    private void offerAgain(String regime) {
        providers.of(regime).ifPresent(arrival -> worker.execute(() -> offer(arrival)));
    }

    private boolean isKnownAsInstalled(String regime) {
        synchronized (known) {
            return Boolean.TRUE.equals(known.get(regime));
        }
    }

    /** What the database says counts, unless somebody asks for the regime right now. */
    private boolean isLeftOver(Arrival arrival) {
        return arrival.fromCache()
                && !asked.containsKey(arrival.regime())
                && store.read(tx -> tx.regimes().find(arrival.regime()))
                        .filter(RegimeRow::installed)
                        .isEmpty();
    }

    private Offered offer(Arrival arrival, String who) {
        synchronized (known) {
            Offered done = packs.offer(arrival.regime(), arrival.envelopes(), arrival.bundle(), who);
            known.put(arrival.regime(), true);
            return done;
        }
    }

    /** A service may leave while its packs wait for their turn; they would bring back a regime that was removed. */
    private boolean provides(Arrival arrival) {
        Optional<Arrival> now = providers.of(arrival.regime());
        return now.isPresent() && now.get().service() == arrival.service();
    }

    /**
     * Called when the container has removed a regime: packs that were being taken from it meanwhile do not bring it back.
     *
     * @param limit how long to wait until that is certain; it comes to be all the same afterwards
     */
    void removed(String regime, String who, Duration limit) {
        CompletableFuture.runAsync(
                        () -> {
                            if (providers.of(regime).isEmpty()) {
                                mark(regime, false, who);
                            }
                        },
                        worker)
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** What is due now and then: regimes that went away for good, and those that must be brought back. */
    public void sweep() {
        providers.takeGone().forEach(this::gone);
        changedElsewhere().forEach(this::follow);
        retries.takeDue(regime -> providers.of(regime).isPresent()).forEach(this::offerAgain);
        installers.now().ifPresent(installer -> leftOvers.removeFrom(installer, regime -> !asked.containsKey(regime)));
        installers
                .now()
                .ifPresent(installer ->
                        missing.stream().filter(this::isDue).sorted().forEach(regime -> bringBack(installer, regime)));
    }

    /** The rows that another node on the same store has changed since they were last looked at. */
    private List<RegimeRow> changedElsewhere() {
        synchronized (known) {
            return store.read(tx -> tx.regimes().all()).stream()
                    .filter(row -> !Boolean.valueOf(row.installed()).equals(known.put(row.id(), row.installed())))
                    .toList();
        }
    }

    /** Takes what was left over, now that somebody wants it. */
    private void takeLeftOver(String regime) {
        if (leftOvers.forget(regime)) {
            offerAgain(regime);
        }
    }

    private void follow(RegimeRow row) {
        if (row.installed()) {
            takeLeftOver(row.id());
        }
        if (row.installed() && providers.of(row.id()).isEmpty()) {
            LOG.info("Regime {} was installed on another node", row.id());
            missing.add(row.id());
        } else if (!row.installed()) {
            missing.remove(row.id());
            if (providers.of(row.id()).isPresent()) {
                LOG.info("Regime {} was removed on another node", row.id());
                installers.now().ifPresent(installer -> installer.uninstall(row.id()));
            }
        }
    }

    /** A regime whose feature was removed in the container is no longer installed; one that is merely stopped is. */
    private void gone(String regime) {
        Optional<RegimeInstaller> installer = installers.now();
        if (installer.isEmpty() || installer.get().isInstalled(regime)) {
            LOG.warn("Regime {} is not available: its bundle is away", regime);
        } else if (mark(regime, false, CONTAINER)) {
            LOG.info("Regime {} was removed", regime);
        }
    }

    private boolean isDue(String regime) {
        Instant last = attempts.get(regime);
        return last == null || !moments.now().isBefore(last.plus(BETWEEN_ATTEMPTS));
    }

    private void bringBack(RegimeInstaller installer, String regime) {
        attempts.put(regime, moments.now());
        try {
            installer.install(regime);
        } catch (RuntimeException e) {
            List<String> line = List.of("it could not be brought back at start: " + Causes.of(e));
            if (!line.equals(refused.put(regime, line))) {
                LOG.error("Regime {} is to be installed, but {}", regime, line.get(0));
            }
        }
    }

    /** Changes the row of a regime; false if it is as wanted already. */
    boolean mark(String regime, boolean installed, String who) {
        missing.remove(regime);
        synchronized (known) {
            boolean changed = store.write(tx -> Book.mark(tx, regime, installed, moments.now(), who));
            known.put(regime, installed);
            return changed;
        }
    }

    /** Says in whose name a regime that arrives is installed, until the handle is run. */
    Runnable inTheNameOf(String regime, String who) {
        asked.put(regime, who);
        takeLeftOver(regime);
        if (retries.done(regime)) {
            settled.forget(regime);
            offerAgain(regime);
        }
        return () -> asked.remove(regime);
    }

    /** Waits until the packs of the regime's provider were offered; false if that did not happen in time, or something broke. */
    public boolean awaitSettled(String regime, Duration limit) {
        return settled.await(limit, regime, () -> providers.of(regime).map(Arrival::service));
    }

    /** The regimes that are to be installed and have not come since the start. */
    public Set<String> missing() {
        return Set.copyOf(missing);
    }

    /** The regimes that are about to be removed from the container. */
    public Set<String> leftOver() {
        return leftOvers.pending();
    }

    /** Why packs of the regime's bundle were not taken. */
    List<String> refused(String regime) {
        return refused.getOrDefault(regime, List.of());
    }

    /** The bundle that provides a regime now; empty if none does. */
    String bundle(String regime) {
        return providers.of(regime).map(Arrival::bundle).orElse("");
    }

    /** Whether a regime has a bundle, or had one a moment ago. */
    public boolean isAvailable(String regime) {
        return providers.isAvailable(regime);
    }
}
