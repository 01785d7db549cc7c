package org.assay.cli.service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says every two minutes that a start still goes on, so that nobody takes it for stuck. For one thread. */
final class StillStarting {
    private static final Duration EVERY = Duration.ofMinutes(2);

    private final int limit;
    private final Path log;
    private final Instant begun;
    private Instant next;

    StillStarting(int limit, Path log) {
        this(limit, log, Instant.now());
    }

    /** @param limit after how many seconds it is given up */
    StillStarting(int limit, Path log, Instant begun) {
        this.limit = limit;
        this.log = log;
        this.begun = begun;
        this.next = begun.plus(EVERY);
    }

    /** What to say at a moment; empty while there is nothing new. */
    Optional<String> after(Instant now) {
        if (now.isBefore(next)) {
            return Optional.empty();
        }
        next = next.plus(EVERY);
        return Optional.of(
                "Still starting after " + Duration.between(begun, now).toSeconds() + " s; waiting for up to " + limit
                        + " s (--wait SECONDS). What it does: " + log);
    }
}
