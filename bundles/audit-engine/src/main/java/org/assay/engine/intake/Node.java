package org.assay.engine.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plain value of a document with its place. One record at a time is held so, whatever the document's form. */
sealed interface Node {
    Place place();

    /**
     * A text, number, boolean or null.
     *
     * @param value String, Long or Boolean; null for null
     */
    record Scalar(@Nullable Object value, Place place) implements Node {}

    record Array(List<Node> elements, Place place) implements Node {}

    record Fields(Map<String, Node> fields, Place place) implements Node {}

    /** What was at fault already and is not to be looked at again. */
    record Refused(Place place) implements Node {}

    /** The word for what it is, for messages. */
    default String word() {
        if (this instanceof Scalar scalar) {
            Object value = scalar.value();
            return value == null
                    ? "null"
                    : value instanceof String ? "a text" : value instanceof Long ? "a number" : "a boolean";
        }
        return this instanceof Array ? "a list" : "an object";
    }
}
