package org.assay.core.internal.regime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which bundles offer which regime now. The first of an id provides it; others wait. Holds ids, names and numbers, never a
 * service, so that no class of a bundle outlives it. Thread-safe.
 */
final class Providers {
    /** So long may a service be away, as during an update of its bundle, before its regime counts as gone. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, List<Arrival>> present = new HashMap<>();
    private final Map<String, Instant> awaySince = new HashMap<>();

    Providers(Clock clock) {
        this.clock = clock;
    }

    /** Adds a service; gives the provider that it has to wait for, if there is one. */
    synchronized Optional<Arrival> arrive(Arrival arrival) {
        List<Arrival> same = present.computeIfAbsent(arrival.regime(), id -> new ArrayList<>());
        same.add(arrival);
        awaySince.remove(arrival.regime());
        return same.size() > 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** Removes a service; gives the one that takes over, if a provider left and another waited. */
    synchronized Optional<Arrival> leave(long service) {
        Optional<Arrival> leaving = present.values().stream()
                .flatMap(List::stream)
                .filter(arrival -> arrival.service() == service)
                .findFirst();
        return leaving.flatMap(this::leave);
    }

    private Optional<Arrival> leave(Arrival leaving) {
        List<Arrival> same = present.getOrDefault(leaving.regime(), List.of());
        boolean provided = same.get(0) == leaving;
        same.remove(leaving);
        if (same.isEmpty()) {
            present.remove(leaving.regime());
            awaySince.put(leaving.regime(), clock.instant());
            return Optional.empty();
        }
        return provided ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** The provider of a regime. */
    synchronized Optional<Arrival> of(String regime) {
        return present.getOrDefault(regime, List.of()).stream().findFirst();
    }

    /** Whether a regime has a provider, or had one a moment ago. */
    synchronized boolean isAvailable(String regime) {
        if (present.containsKey(regime)) {
            return true;
        }
        Instant since = awaySince.get(regime);
        return since != null && clock.instant().isBefore(since.plus(GRACE));
    }

    /** The regimes whose provider left and did not come back in time; each is given once. */
    synchronized List<String> takeGone() {
        Instant limit = clock.instant().minus(GRACE);
        List<String> gone = awaySince.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(limit))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        gone.forEach(awaySince::remove);
        return gone;
    }
}
