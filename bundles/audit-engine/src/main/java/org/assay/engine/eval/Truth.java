package org.assay.engine.eval;

/** The value of a condition over facts of which some may be missing. */
public enum Truth {
    TRUE,
    FALSE,
    /** Facts are missing on which it depends. */
    UNKNOWN,
    /** The rule broke. */
    ERROR
}
