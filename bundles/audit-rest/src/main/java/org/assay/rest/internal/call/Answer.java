package org.assay.rest.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a call that changes something.
 *
 * @param status its HTTP status
 * @param location where it can be read, a path; empty if it has none
 * @param etag its entity tag; empty if it has none
 * @param body a record to be written as JSON; null for none
 */
public record Answer(int status, String location, String etag, @Nullable Object body) {

    /** 200 with a body. */
    public static Answer ok(Object body) {
        return new Answer(200, "", "", body);
    }

    /** 204. */
    public static Answer gone() {
        return new Answer(204, "", "", null);
    }

    /** 201 with a body, or 200 where it was there already. */
    public static Answer made(boolean isNew, String location, Object body) {
        return isNew ? new Answer(201, location, "", body) : ok(body);
    }
}
