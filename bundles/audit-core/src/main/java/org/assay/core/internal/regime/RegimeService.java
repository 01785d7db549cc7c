package org.assay.core.internal.regime;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.core.AvailableRegime;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.RegimeInstaller;
import org.assay.core.RegimeView;
import org.assay.core.Regimes;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which regimes are installed. */
public final class RegimeService implements Regimes {
    private static final Logger LOG = LoggerFactory.getLogger(RegimeService.class);

    private final Store store;
    private final Registry registry;
    private final Installers installers;
    private final RegimePacks packs;
    private final Moments moments;
    private final Duration patience;

    /**
     * Makes one.
     *
     * @param patience how long an installation may take
     */
    public RegimeService(
            Store store,
            Registry registry,
            Installers installers,
            RegimePacks packs,
            Moments moments,
            Duration patience) {
        this.store = store;
        this.registry = registry;
        this.installers = installers;
        this.packs = packs;
        this.moments = moments;
        this.patience = patience;
    }

    @Override
    public List<RegimeView> installed() {
        return store.read(tx -> tx.regimes().all().stream()
                .filter(RegimeRow::installed)
                .map(row -> view(tx, row))
                .toList());
    }

    @Override
    public List<AvailableRegime> available() {
        Set<String> installed = installed().stream().map(RegimeView::id).collect(Collectors.toSet());
        return installers.now().map(RegimeInstaller::available).orElse(List.of()).stream()
                .map(some -> new AvailableRegime(some.id(), some.description(), installed.contains(some.id())))
                .toList();
    }

    /**
     * Refuses a regime that is not installed.
     *
     * @throws ConflictException if it is not
     */
    public static void requireInstalled(Transaction tx, String regime) {
        if (tx.regimes().find(regime).filter(RegimeRow::installed).isEmpty()) {
            throw new ConflictException(
                    "regime-not-installed",
                    "the regime '" + regime + "' is not installed",
                    "POST /regimes {\"id\": \"" + regime + "\"} installs it, if the distribution brings it",
                    Map.of("regime", regime));
        }
    }

    @Override
    public Optional<RegimeView> find(String id) {
        return store.read(
                tx -> tx.regimes().find(id).filter(RegimeRow::installed).map(row -> view(tx, row)));
    }

    @Override
    public RegimeView get(String id) {
        return find(id).orElseThrow(() -> new NotFoundException(
                "regime",
                "the regime '" + id + "' is not installed",
                "GET /regimes lists those that are, GET /regimes?available=true those that can be"));
    }

    private RegimeView view(Transaction tx, RegimeRow row) {
        RegimePacks.Summary summary = packs.summary(tx, row.id(), moments.today(ZoneOffset.UTC));
        return new RegimeView(
                row.id(),
                summary.title(),
                summary.authority(),
                registry.isAvailable(row.id()),
                registry.bundle(row.id()),
                row.changedAt(),
                row.changedBy(),
                summary.current(),
                summary.active(),
                summary.planned(),
                registry.refused(row.id()));
    }

    @Override
    public RegimeView install(String id, String who) {
        Optional<RegimeView> there = find(id).filter(view -> !view.provider().isEmpty());
        if (there.isPresent()) {
            return there.get();
        }
        RegimeInstaller installer = installer();
        Runnable done = registry.inTheNameOf(id, who);
        try {
            installer.install(id);
            if (!registry.awaitSettled(id, patience)) {
                throw notTaken(id);
            }
            registry.mark(id, true, who);
            LOG.info("Regime {} was installed by {}", id, who);
        } finally {
            done.run();
        }
        return get(id);
    }

    /** Why the packs of a regime that is in the container are not in the store. */
    private ConflictException notTaken(String id) {
        List<String> refused = registry.refused(id);
        String what = "the regime '" + id + "' is in the container, but ";
        String look = "; GET /regimes/" + id + " tells when it is there";
        if (!refused.isEmpty()) {
            String why = String.join("; ", refused);
            return failed(what + why, "mend what is named and ask again; else it is tried again by itself" + look);
        }
        String time = " within " + patience.toSeconds() + " s";
        return registry.bundle(id).isEmpty()
                ? failed(
                        what + "none of its bundles offered it" + time,
                        "see in Karaf's shell (bundle:diag) which bundle could not start, or whether its feature lacks one")
                : failed(
                        what + "its packs were not read and their cases not tried" + time,
                        "wait: that goes on, and nothing else has to be done" + look);
    }

    private static ConflictException failed(String message, String hint) {
        return new ConflictException("regime-install-failed", message, hint);
    }

    @Override
    public void uninstall(String id, String who) {
        get(id);
        RegimeInstaller installer = installer();
        registry.mark(id, false, who);
        try {
            installer.uninstall(id);
            registry.removed(id, who, patience);
            LOG.info("Regime {} was removed by {}", id, who);
        } catch (RuntimeException e) {
            registry.mark(id, true, who);
            throw e;
        }
    }

    private RegimeInstaller installer() {
        return installers
                .now()
                .orElseThrow(() -> new ConflictException(
                        "regime-install-failed",
                        "nothing here can install or remove regimes",
                        "start Assay as the distribution does"));
    }
}
