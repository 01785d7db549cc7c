package org.assay.rest.internal.problem;

import java.util.Optional;
import org.assay.core.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered while nothing can be kept or read: why, what became of the request, and when to ask again. */
final class Storage {
    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    private static final int SOON = 5;
    private static final int LATER = 60;
    private static final String AGAIN =
            "Repeat it then. Whether a change was made whose last step was under way is not known: look first.";

    private Storage() {}

    /** The problem; empty if the failure has other reasons, which waiting does not mend. */
    static Optional<Problem> problem(Throwable error) {
        Optional<StorageTrouble> trouble = StorageTrouble.of(error);
        // One line: an outage fails many requests, and no line of ours is at fault.
        trouble.ifPresent(why -> LOG.warn("A request was answered with {}: {}", why, error.toString()));
        return trouble.map(why -> why == StorageTrouble.AWAY ? away() : full());
    }

    private static Problem away() {
        return Problem.of(
                        ProblemType.STORE_AWAY, "The database cannot be reached; the service asks it again by itself.")
                .remedy(AGAIN);
    }

    private static Problem full() {
        return Problem.of(
                        ProblemType.STORE_FULL,
                        "The disk, or the database, has no room left; nothing of this call was kept.")
                .remedy("Make room; the service goes on by itself.");
    }

    /** In how many seconds it is worth asking again. */
    static Optional<Integer> retryAfter(Problem problem) {
        if (problem.type().equals(ProblemType.STORE_AWAY.uri())) {
            return Optional.of(SOON);
        }
        return problem.type().equals(ProblemType.STORE_FULL.uri()) ? Optional.of(LATER) : Optional.empty();
    }
}
