package org.assay.core.internal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits that end, and say what they waited for. */
final class Eventually {
    private static final long BETWEEN_NANOS = 5_000_000;

    private Eventually() {}

    static <T> T becomes(String what, Duration limit, Supplier<T> look, Predicate<T> goal) {
        long end = System.nanoTime() + limit.toNanos();
        T seen = look.get();
        while (!goal.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + limit + " until " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
            seen = look.get();
        }
        return seen;
    }
}
