package org.assay.core;

import java.util.Map;

/** What was named does not exist (any more): 404. */
public final class NotFoundException extends ProblemException {

    /**
     * Makes one.
     *
     * @param what the kind of thing: {@code regime}, {@code pack}, {@code network}, {@code snapshot}, {@code audit},
     *     {@code subject}, {@code token}, {@code key}, {@code waiver}, {@code dossier}, {@code programme}; the type is {@code unknown-} and this word
     * @param message what is not there
     * @param hint what to do
     */
    public NotFoundException(String what, String message, String hint) {
        super("unknown-" + what, message, hint, Map.of());
    }
}
