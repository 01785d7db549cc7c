package org.assay.karaf.internal.regime;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.assay.core.AvailableRegime;
import org.assay.core.Causes;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.RegimeInstaller;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs regimes as Karaf features, one change at a time and with Karaf's own defaults (bundles that need it are
 * refreshed).
 *
 * <p>Thread-safe. A change waits for the operation on features that is under way, if there is one; it must therefore not
 * be called from within one, and is refused there.
 */
@Component(service = {RegimeInstaller.class, FeatureInstaller.class})
public final class FeatureInstaller implements RegimeInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureInstaller.class);
    private static final long PATIENCE_SECONDS = 120;
    /** How Karaf names the thread in which it changes features. */
    private static final String FEATURES_THREAD = "features-";

    private final FeaturesService features;
    private final RegimeFeatures regimes;
    private final ReentrantLock changing = new ReentrantLock(true);

    /** Made by the container. */
    @Activate
    public FeatureInstaller(@Reference FeaturesService features) {
        this.features = features;
        this.regimes = new RegimeFeatures(features);
    }

    @Override
    public List<AvailableRegime> available() {
        return asked(() -> regimes.newest().entrySet().stream()
                .map(entry ->
                        new AvailableRegime(entry.getKey(), description(entry.getValue()), isInstalled(entry.getKey())))
                .toList());
    }

    private static String description(Feature feature) {
        String text = feature.getDescription();
        return text == null ? "" : text;
    }

    @Override
    public boolean isInstalled(String id) {
        return asked(() -> !regimes.installed(id).isEmpty());
    }

    @Override
    public void install(String id) {
        Feature feature = newest(id);
        changed("installed", id, () -> {
            if (regimes.installed(id).isEmpty()) {
                features.installFeature(feature.getName(), feature.getVersion());
                LOG.info("Regime {} was installed: feature {}", id, feature.getId());
            }
        });
    }

    /**
     * Brings an installed regime to the newest version of its feature; does nothing if it is there.
     *
     * @throws NotFoundException if there is none of that id
     * @throws ConflictException {@code regime-install-failed} if it is not installed, or with the container's reason
     */
    public void upgrade(String id) {
        Feature feature = newest(id);
        changed("upgraded", id, () -> {
            List<Feature> installed = regimes.installed(id);
            if (installed.isEmpty()) {
                throw new ConflictException(
                        "regime-install-failed",
                        "the regime '" + id + "' is not installed",
                        "install it; that takes its newest version");
            }
            if (installed.stream().noneMatch(some -> some.getId().equals(feature.getId()))) {
                features.installFeatures(Set.of(feature.getId()), EnumSet.of(Option.Upgrade));
                LOG.info("Regime {} was brought to {}", id, feature.getId());
            }
        });
    }

    @Override
    public void uninstall(String id) {
        changed("removed", id, () -> {
            for (Feature feature : regimes.installed(id)) {
                features.uninstallFeature(feature.getName(), feature.getVersion());
                LOG.info("Regime {} was removed: feature {}", id, feature.getId());
            }
        });
    }

    private Feature newest(String id) {
        Optional<Feature> feature = asked(() -> regimes.newest(id));
        return feature.orElseThrow(() -> new NotFoundException(
                "regime",
                "this distribution brings no regime '" + id + "'",
                "GET /regimes?available=true lists those that it brings"));
    }

    private static <T> T asked(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw failed("features cannot be read: " + Causes.of(e), e);
        }
    }

    private void changed(String verb, String id, Change change) {
        String what = "the regime '" + id + "' cannot be " + verb + ": ";
        if (Thread.currentThread().getName().startsWith(FEATURES_THREAD)) {
            throw failed(what + "it was asked for within an operation on features, which it would wait for", null);
        }
        try {
            if (!changing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw failed(what + "another change has been going on for " + PATIENCE_SECONDS + " s", null);
            }
            try {
                change.run();
            } finally {
                changing.unlock();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(what + "the service is stopping", e);
        } catch (Exception e) {
            throw failed(what + Causes.of(e), e);
        }
    }

    private static ConflictException failed(String message, @Nullable Exception cause) {
        ConflictException failed = new ConflictException(
                "regime-install-failed",
                message,
                "mend what the reason names and ask again; the service's log has all of it");
        if (cause != null) {
            failed.initCause(cause);
            LOG.error("{}", message, cause);
        }
        return failed;
    }

    /** A change of features, which may fail in any way. */
    @FunctionalInterface
    private interface Change {
        void run() throws Exception;
    }
}
