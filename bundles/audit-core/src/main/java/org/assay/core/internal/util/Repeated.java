package org.assay.core.internal.util;

import org.assay.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks that are run now and then. */
public final class Repeated {
    private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

    private Repeated() {}

    /**
     * A scheduled task that throws is never run again; this one does not.
     *
     * @param what it is, for the log
     */
    public static Runnable guarded(String what, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (StoreException e) {
                LOG.warn("{} waits for the store: {}", what, e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{} failed; it is tried again", what, e);
            }
        };
    }
}
