package org.assay.core;

import java.util.Map;

/** The thing was changed since it was read: 412. */
public final class PreconditionException extends ProblemException {

    /**
     * Makes one.
     *
     * @param message which revision was expected, and which there is
     */
    public PreconditionException(String message) {
        super("precondition-failed", message, "read it again and repeat the change on what you see", Map.of());
    }
}
