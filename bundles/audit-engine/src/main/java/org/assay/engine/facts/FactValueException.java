package org.assay.engine.facts;

/** A value does not fit the type of its field. */
public final class FactValueException extends Exception {
    private final String code;
    private final String hint;

    /**
     * Refuses a value.
     *
     * @param code a stable word, as in a fault
     * @param message what is wrong
     * @param hint what was expected
     */
    public FactValueException(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    /** A stable word, as in a fault. */
    public String code() {
        return code;
    }

    /** What was expected. */
    public String hint() {
        return hint;
    }
}
