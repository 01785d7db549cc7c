package org.assay.rest.internal.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.rest.internal.problem.ApiException;

/** Revisions as entity tags. */
public final class EntityTag {
    private static final Pattern TAG = Pattern.compile("\"r([0-9]{1,18})\"");

    private EntityTag() {}

    /** The tag of a revision. */
    public static String of(long revision) {
        return "\"r" + revision + "\"";
    }

    /**
     * The revision that {@code If-Match} demands; empty without one, and for {@code *}, which any revision meets.
     *
     * @throws ApiException if it is no tag of ours
     */
    public static Optional<Long> revision(String condition) {
        if (condition.isEmpty() || condition.trim().equals("*")) {
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(condition.trim());
        if (!tag.matches()) {
            throw refuse();
        }
        return Optional.of(Long.parseLong(tag.group(1)));
    }

    static ApiException refuse() {
        return ApiException.parameter(
                "bad-entity-tag",
                "the header 'If-Match' is not an entity tag that was given out here",
                "send the value of ETag as it was answered, with its quotation marks");
    }
}
