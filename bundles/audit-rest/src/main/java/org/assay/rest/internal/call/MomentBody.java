package org.assay.rest.internal.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.rest.internal.json.Bodies;
import org.jspecify.annotations.Nullable;

/**
 * The body of what is done at a stated moment; without one, or without the moment, it is done now.
 *
 * @param at the moment
 * @param day in place of it: the moment at which that day begins in the time zone of what is done then
 * @param previews the ids of previews that it relies on; may be left out
 */
public record MomentBody(@Nullable Instant at, @Nullable LocalDate day, @Nullable List<String> previews) {
    public MomentBody {
        if (at != null && day != null) {
            throw new FaultException(
                    new Fault("two-moments", "both 'at' and 'day' are given", "/day", 0, 0, "leave one of them out"));
        }
        previews = previews == null ? List.of() : List.copyOf(previews);
    }

    /** The previews; none where they were left out. */
    public List<String> relied() {
        return previews == null ? List.of() : previews;
    }

    /** The moment; null for now. */
    public @Nullable Instant moment(Function<LocalDate, Instant> beginning) {
        return day == null ? at : beginning.apply(day);
    }

    /** Reads a body that may be left out. */
    public static MomentBody of(byte[] body, Bodies bodies) {
        return body.length == 0 ? new MomentBody(null, null, null) : bodies.read(body, MomentBody.class);
    }
}
