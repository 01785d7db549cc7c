package org.assay.rest.internal.call;

import java.time.Instant;
import java.util.List;
import org.assay.rest.internal.json.Bodies;
import org.jspecify.annotations.Nullable;

/**
 * The body of what is done at a stated moment; without one, or without the moment, it is done now.
 *
 * @param previews the ids of previews that it relies on; may be left out
 */
public record MomentBody(@Nullable Instant at, @Nullable List<String> previews) {
    public MomentBody {
        previews = previews == null ? List.of() : List.copyOf(previews);
    }

    /** The previews; none where they were left out. */
    public List<String> relied() {
        return previews == null ? List.of() : previews;
    }

    /** Reads a body that may be left out. */
    public static MomentBody of(byte[] body, Bodies bodies) {
        return body.length == 0 ? new MomentBody(null, null) : bodies.read(body, MomentBody.class);
    }
}
