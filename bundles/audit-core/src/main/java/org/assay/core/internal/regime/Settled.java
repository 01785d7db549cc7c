package org.assay.core.internal.regime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Which services' packs were offered to the store, and a place to wait for that. Thread-safe. */
final class Settled {
    private final Map<String, Long> services = new HashMap<>();

    /** Answers whether a regime's service is among them. */
    @FunctionalInterface
    interface View {
        boolean is(String regime, long service);
    }

    synchronized void add(String regime, long service) {
        services.put(regime, service);
        notifyAll();
    }

    private boolean has(String regime, long service) {
        Long settled = services.get(regime);
        return settled != null && settled == service;
    }

    synchronized boolean await(Duration limit, Predicate<View> goal) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!goal.test(this::has)) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
