package org.assay.core;

import java.util.Map;

/** Something asked for cannot be done as things stand; nothing was changed. */
public abstract class ProblemException extends RuntimeException {
    private final String type;
    private final String hint;
    private final transient Map<String, Object> details;

    /**
     * Makes one.
     *
     * @param type a stable word such as {@code unknown-regime}; the last part of the problem's type
     * @param message what is wrong, with the values concerned
     * @param hint what to do, may be empty
     * @param details further members of the problem: texts, numbers, booleans, lists and maps of these
     */
    protected ProblemException(String type, String message, String hint, Map<String, Object> details) {
        super(message);
        this.type = type;
        this.hint = hint;
        this.details = Map.copyOf(details);
    }

    /** A stable word, such as {@code unknown-regime}. */
    public String type() {
        return type;
    }

    /** What to do; empty where there is nothing to say. */
    public String hint() {
        return hint;
    }

    /** Further members of the problem. */
    public Map<String, Object> details() {
        return details;
    }
}
