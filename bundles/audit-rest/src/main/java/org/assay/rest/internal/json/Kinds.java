package org.assay.rest.internal.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names types as a caller knows them. */
final class Kinds {
    private Kinds() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-21";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-11-21T09:30:00Z";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        boolean object = Map.class.isAssignableFrom(type) || type.isRecord();
        return object ? "an object" : "of another type";
    }

    static String code(Class<?> type) {
        if (type == LocalDate.class) {
            return "bad-date";
        }
        return type == Instant.class ? "bad-instant" : "wrong-type";
    }
}
