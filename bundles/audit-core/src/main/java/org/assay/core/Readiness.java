package org.assay.core;

import java.util.List;

/** Whether the service can do its work. */
public interface Readiness {

    /** The state now; cheap enough to be asked every second. */
    Status check();

    /**
     * What {@code /health/ready} answers.
     *
     * @param ready whether every check is well
     * @param checks store, regimes re-applied, …
     */
    record Status(boolean ready, List<Check> checks) {
        public Status {
            checks = List.copyOf(checks);
        }
    }

    /**
     * One check.
     *
     * @param name a stable word
     * @param well whether it is as it should be
     * @param detail what is, and what to do if it is not well
     */
    record Check(String name, boolean well, String detail) {}
}
