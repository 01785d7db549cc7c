package org.assay.rest.internal.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it. Immutable.
 *
 * @param type {@code urn:assay:problem:} and a stable word
 * @param title the same for every problem of the type
 * @param status the HTTP status
 * @param detail what was wrong this time, and where
 * @param further members beside these: texts, numbers, booleans, lists and maps of these; in order
 */
@JsonPropertyOrder({"type", "title", "status", "detail"})
public record Problem(
        String type, String title, int status, String detail, @JsonAnyGetter Map<String, Object> further) {
    /** What a problem is sent as. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    }

    /** A problem of a known type. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, Map.of());
    }

    /** The same with one member more; a member that it has already is replaced. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(further);
        more.put(name, value);
        return new Problem(type, title, status, detail, more);
    }

    /** The same with what to do; nothing changes if that is empty. */
    public Problem remedy(String remedy) {
        return remedy.isEmpty() ? this : with("remedy", remedy);
    }

    /** The same with every fault of the input. */
    public Problem faults(List<Fault> faults) {
        return with("faults", faults.stream().map(Place::of).toList());
    }

    /**
     * A fault as it is written.
     *
     * @param pointer left out where there is none
     * @param line left out where it is not known
     * @param column left out where it is not known
     * @param hint left out where there is none
     */
    record Place(
            String code,
            String message,
            @Nullable String pointer,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable String hint) {

        static Place of(Fault fault) {
            return new Place(
                    fault.code(),
                    fault.message(),
                    fault.pointer().isEmpty() ? null : fault.pointer(),
                    fault.line() > 0 ? fault.line() : null,
                    fault.column() > 0 ? fault.column() : null,
                    fault.hint().isEmpty() ? null : fault.hint());
        }
    }
}
