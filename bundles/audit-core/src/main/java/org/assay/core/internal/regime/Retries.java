package org.assay.core.internal.regime;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assay.core.internal.util.Moments;

/** Which regimes' packs were not taken for a reason that may pass, and when to try again: ever later, but never not. Thread-safe. */
final class Retries {
    static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LATEST = Duration.ofHours(1);

    private final Moments moments;
    private final Map<String, Next> next = new HashMap<>();

    Retries(Moments moments) {
        this.moments = moments;
    }

    /**
     * The next try.
     *
     * @param pause how long it was put off
     * @param at when it is
     */
    private record Next(Duration pause, Instant at) {}

    /** Notes whether there is more to try. */
    synchronized void note(String regime, boolean again) {
        if (!again) {
            next.remove(regime);
            return;
        }
        Next before = next.get(regime);
        Duration longer = before == null ? FIRST : before.pause().multipliedBy(2);
        Duration pause = longer.compareTo(LATEST) > 0 ? LATEST : longer;
        next.put(regime, new Next(pause, moments.now().plus(pause)));
    }

    /** There is nothing more to try; false if there was nothing before. */
    synchronized boolean done(String regime) {
        return next.remove(regime) != null;
    }

    /** The regimes whose time has come. Each waits for as long again, until it is done or has failed once more. */
    synchronized List<String> takeDue(Predicate<String> isThere) {
        Instant now = moments.now();
        next.keySet().removeIf(isThere.negate());
        List<String> due = next.entrySet().stream()
                .filter(entry -> !entry.getValue().at().isAfter(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        due.forEach(regime -> next.computeIfPresent(regime, (id, was) -> new Next(was.pause(), now.plus(was.pause()))));
        return due;
    }
}
