package org.assay.rest.internal.call;

import java.time.Instant;
import org.assay.rest.internal.json.Bodies;
import org.jspecify.annotations.Nullable;

/** The body of what is done at a stated moment; without one, or without the moment, it is done now. */
public record MomentBody(@Nullable Instant at) {

    /** Reads a body that may be left out. */
    public static MomentBody of(byte[] body, Bodies bodies) {
        return body.length == 0 ? new MomentBody(null) : bodies.read(body, MomentBody.class);
    }
}
