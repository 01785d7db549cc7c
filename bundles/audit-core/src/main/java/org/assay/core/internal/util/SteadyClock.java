package org.assay.core.internal.util;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock that never goes back, whatever its source does, nor behind what was recorded before it started. While the source is
 * behind, time goes on at a tenth of its pace: what was recorded keeps its order and what was decided stays so, and what waits
 * for time to pass comes in the end. Thread-safe.
 */
public final class SteadyClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);
    private static final int SLOWER = 10;

    /** Clocks of several machines are never quite the same; in this much nobody need see to it. */
    private static final Duration NOTHING = Duration.ofSeconds(10);

    private final Clock source;
    private Instant read;
    private Instant given;
    private Instant heldFrom;
    private Instant heldAt;
    private boolean told;

    /** Goes by a source. */
    public SteadyClock(Clock source) {
        this.source = source;
        this.read = source.instant();
        this.given = read;
        this.heldFrom = read;
        this.heldAt = read;
    }

    /** No moment before this one is given any more. */
    public synchronized void raise(Instant recorded) {
        instant();
        if (recorded.isAfter(given)) {
            hold(recorded);
        }
    }

    private void hold(Instant at) {
        given = at;
        heldAt = at;
        heldFrom = read;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = source.instant();
        boolean back = now.isBefore(read);
        read = now;
        if (back) {
            hold(given);
        }
        Instant slow = heldAt.plus(Duration.between(heldFrom, now).dividedBy(SLOWER));
        given = latest(given, latest(slow, now));
        tell(Duration.between(now, given));
        return given;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void tell(Duration behind) {
        boolean much = behind.compareTo(NOTHING) > 0;
        if (much && !told) {
            LOG.warn(
                    "The machine's clock is {} behind what was recorded already. Nothing is recorded as earlier; time goes on"
                            + " at a tenth of its pace until the clock is ahead again. Set the clock right.",
                    behind);
        }
        told = much;
    }

    /** How far the source is behind; empty if that is not worth a word. */
    public synchronized Optional<Duration> behind() {
        instant();
        Duration behind = Duration.between(read, given);
        return behind.compareTo(NOTHING) > 0 ? Optional.of(behind) : Optional.empty();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException(
                "moments have no zone; days are reckoned in the zone of what they are about");
    }
}
