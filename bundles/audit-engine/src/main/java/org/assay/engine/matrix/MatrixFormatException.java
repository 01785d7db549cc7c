package org.assay.engine.matrix;

/** Stored verdicts that are damaged, cut short or of a form not known here; the message says what was found and where. */
public final class MatrixFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MatrixFormatException(String message) {
        super(message);
    }

    MatrixFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
