package org.assay.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Tells a person that something goes on, once it has taken two seconds. Says nothing to a program. */
public final class Progress {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Terminal terminal;

    /** Writes to a terminal, the one for messages rather than results. */
    public Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Something begins. */
    public Task start(String what) {
        return new Task(what);
    }

    /** Something that goes on until it is closed. */
    public final class Task implements AutoCloseable {
        private final String what;
        private final Instant begun = Instant.now();
        private boolean shown;

        private Task(String what) {
            this.what = what;
        }

        /** Waits a tenth of a second before the next look. */
        public void tick() {
            tick("");
        }

        /** As {@link #tick()}, and says how far it is. */
        public void tick(String howFar) {
            Duration passed = Duration.between(begun, Instant.now());
            if (terminal.coloured() && passed.compareTo(PATIENCE) > 0) {
                String line = what + " … " + passed.toSeconds() + " s " + howFar;
                terminal.raw("\r" + terminal.style("faint", line) + " ".repeat(Math.max(0, 8 - howFar.length())));
                shown = true;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }

        /** Says something that stays, also to a program. */
        public void note(String words) {
            close();
            shown = false;
            terminal.line(words);
        }

        @Override
        public void close() {
            if (shown) {
                terminal.raw("\r" + " ".repeat(Math.max(0, terminal.width() - 1)) + "\r");
            }
        }
    }
}
