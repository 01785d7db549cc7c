package org.assay.core.internal.regime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Which services' packs were offered to the store, and a place to wait for that. Thread-safe. */
final class Settled {
    private final Map<String, Offer> offers = new HashMap<>();

    /**
     * What came of a service's packs.
     *
     * @param taken whether the store has them; false if something broke on the way
     */
    private record Offer(long service, boolean taken) {}

    synchronized void add(String regime, long service, boolean taken) {
        offers.put(regime, new Offer(service, taken));
        notifyAll();
    }

    /** It is to be waited for anew. */
    synchronized void forget(String regime) {
        offers.remove(regime);
    }

    private Optional<Offer> offer(String regime, Optional<Long> service) {
        return Optional.ofNullable(offers.get(regime))
                .filter(offer -> service.filter(id -> id == offer.service()).isPresent());
    }

    /**
     * Waits until the packs of a regime's service were offered.
     *
     * @param service the one that provides the regime now
     * @return whether the store has them; false also if they were not offered in time
     */
    synchronized boolean await(Duration limit, String regime, Supplier<Optional<Long>> service) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            Optional<Offer> offer = offer(regime, service.get());
            while (offer.isEmpty()) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                wait(left);
                offer = offer(regime, service.get());
            }
            return offer.get().taken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
