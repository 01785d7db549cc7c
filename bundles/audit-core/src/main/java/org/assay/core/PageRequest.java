package org.assay.core;

import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. A cursor belongs to the list and filter that gave it; any other is refused with a
 * {@link FaultException} whose code is {@code unknown-cursor}.
 *
 * @param cursor from {@link Page#nextCursor()}; null for the start
 * @param limit how many at most, 1 to 1,000
 */
public record PageRequest(@Nullable String cursor, int limit) {
    /** What holds where a caller says nothing. */
    public static final int DEFAULT_LIMIT = 100;

    /** The largest limit. */
    public static final int MAX_LIMIT = 1000;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new FaultException(new Fault(
                    "bad-limit", "the limit " + limit + " is out of range", "", 0, 0, "use 1 to " + MAX_LIMIT));
        }
    }

    /** The start of a list. */
    public static PageRequest first() {
        return new PageRequest(null, DEFAULT_LIMIT);
    }
}
