package org.assay.engine.conformance;

import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long the cases of a pack may take: counted in processor time, since a machine with much else to do is no fault of the
 * pack, and a regime whose pack was refused for it judges nothing. The engine has no clock: who
 * makes one brings both. Thread-safe as they are.
 */
public final class TrialTime implements BooleanSupplier {
    /** The cases of the largest shipped pack take a few seconds. */
    private static final Duration MOST = Duration.ofSeconds(60);

    /** However busy the machine is, nobody waits longer. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final LongSupplier clock;
    private final LongSupplier processor;
    private final long begun;
    private final long worked;
    private volatile boolean up;

    /**
     * Starts now.
     *
     * @param clock nanoseconds that only grow
     * @param processor nanoseconds that the work has had; may be slow, since it is asked only after a minute
     */
    public TrialTime(LongSupplier clock, LongSupplier processor) {
        this.clock = clock;
        this.processor = processor;
        this.begun = clock.getAsLong();
        this.worked = processor.getAsLong();
    }

    /**
     * Starts now, for the work of the thread that calls; where a machine does not tell its processor time, time counts.
     *
     * @param clock nanoseconds that only grow
     */
    public static TrialTime ofThisThread(LongSupplier clock, ThreadMXBean threads) {
        long thread = Thread.currentThread().getId();
        boolean told = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        return new TrialTime(clock, told ? () -> threads.getThreadCpuTime(thread) : clock);
    }

    /** Whether it is over. */
    @Override
    public boolean getAsBoolean() {
        long waited = clock.getAsLong() - begun;
        boolean over = waited > MOST.toNanos()
                && (waited > LONGEST.toNanos() || processor.getAsLong() - worked > MOST.toNanos());
        if (over) {
            up = true;
        }
        return over;
    }

    /** Whether somebody was told that it is over. */
    public boolean wasUp() {
        return up;
    }
}
