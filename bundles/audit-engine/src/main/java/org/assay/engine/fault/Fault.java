package org.assay.engine.fault;

/**
 * One thing that is wrong with an input.
 *
 * @param code a stable word such as {@code unknown-field}, {@code duplicate-id}, {@code type-error}
 * @param message what is wrong, with the value that was found
 * @param pointer a JSON pointer (RFC 6901) to the place, empty where there is none
 * @param line counted from 1, 0 where it is not known
 * @param column counted from 1, 0 where it is not known
 * @param hint what was expected or what to do
 */
public record Fault(String code, String message, String pointer, int line, int column, String hint) {

    /** A sentence for a console: {@code line 3, column 7 (/components/0/kind): message. hint}. */
    @Override
    public String toString() {
        String place = line > 0 ? "line " + line + ", column " + column : "";
        String where = pointer.isEmpty() ? place : place.isEmpty() ? pointer : place + " (" + pointer + ")";
        return (where.isEmpty() ? "" : where + ": ") + message + (hint.isEmpty() ? "" : ". " + hint);
    }
}
