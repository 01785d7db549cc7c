package org.assay.engine.export;

/** An export is not what it claims to be. The message says what was found, and where it was expected otherwise. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public ExportException(String message) {
        super(message);
    }
}
