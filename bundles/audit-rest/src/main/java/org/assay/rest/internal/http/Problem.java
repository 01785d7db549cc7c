package org.assay.rest.internal.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem as RFC 9457 writes it. Immutable.
 *
 * @param type {@code urn:assay:problem:} and a stable word
 * @param title the same for every problem of the type
 * @param status the HTTP status
 * @param detail what was wrong this time, and where
 * @param further members of this type alone: texts, numbers, booleans, lists and maps of these; in order
 */
@JsonPropertyOrder({"type", "title", "status", "detail"})
record Problem(String type, String title, int status, String detail, @JsonAnyGetter Map<String, Object> further) {
    static final String MEDIA_TYPE = "application/problem+json";
    static final String NAMESPACE = "urn:assay:problem:";

    Problem {
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    }

    /** A problem without further members; {@code word} is the last part of its type. */
    static Problem of(int status, String word, String title, String detail) {
        return new Problem(NAMESPACE + word, title, status, detail, Map.of());
    }

    /** The same with one member more. */
    Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(further);
        more.put(name, value);
        return new Problem(type, title, status, detail, more);
    }
}
