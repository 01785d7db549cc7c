package org.assay.core.internal.regime;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assay.core.RegimeInstaller;
import org.assay.core.internal.util.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Regimes that only the container's cache knows of: removed on another node while this one was down, or installed beside
 * another database. Thread-safe.
 */
final class LeftOvers {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(10);

    private final Moments moments;
    private final Set<String> regimes = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Instant> failures = new ConcurrentHashMap<>();

    LeftOvers(Moments moments) {
        this.moments = moments;
    }

    void add(String regime) {
        regimes.add(regime);
    }

    /** It is wanted after all; false if it was none of them. */
    boolean forget(String regime) {
        failures.remove(regime);
        return regimes.remove(regime);
    }

    /** Those that are still to be removed; those where that failed are not waited for. */
    Set<String> pending() {
        return regimes.stream().filter(regime -> !failures.containsKey(regime)).collect(Collectors.toSet());
    }

    /** Removes those that nobody asks for just now. */
    void removeFrom(RegimeInstaller installer, Predicate<String> unwanted) {
        regimes.stream().filter(unwanted).filter(this::isDue).sorted().forEach(regime -> remove(installer, regime));
    }

    private boolean isDue(String regime) {
        Instant failed = failures.get(regime);
        return failed == null || !moments.now().isBefore(failed.plus(BETWEEN_ATTEMPTS));
    }

    private void remove(RegimeInstaller installer, String regime) {
        try {
            installer.uninstall(regime);
            forget(regime);
            LOG.info("Regime {} was removed from the container", regime);
        } catch (RuntimeException e) {
            failures.put(regime, moments.now());
            LOG.error("Regime {} could not be removed from the container: {}", regime, e.getMessage());
        }
    }
}
