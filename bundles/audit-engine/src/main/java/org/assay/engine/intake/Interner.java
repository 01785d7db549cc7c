package org.assay.engine.intake;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one copy of equal values: versions, names, references, small records repeat in their thousands. Lives as long as
 * one document is read. For one thread.
 */
final class Interner {
    private static final int MAX_TEXT = 64;

    private final Map<Object, Object> values = new HashMap<>();

    /** The copy that is kept, which is of the same class because it is equal. */
    @SuppressWarnings("unchecked")
    <T> T of(T value) {
        if (value instanceof String text && text.length() > MAX_TEXT) {
            return value;
        }
        Object before = values.putIfAbsent(value, value);
        return before == null ? value : (T) before;
    }
}
