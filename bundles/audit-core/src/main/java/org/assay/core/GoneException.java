package org.assay.core;

import java.util.Map;

/** What was named was removed, as the rule for how long things are kept wants it: 410. */
public final class GoneException extends ProblemException {

    /**
     * Makes one.
     *
     * @param what is gone, such as {@code the verdicts of the audit 0193…}
     * @param how when it went, and by which rule
     */
    public GoneException(String what, Removed how) {
        super(
                "removed",
                what + " were removed at " + how.at() + " (" + how.because() + "); their digests stay in the ledger",
                "an export or a back-up made before still has them; GET /ledger/entries tells of the removal",
                Map.of("removedAt", how.at().toString(), "because", how.because()));
    }
}
