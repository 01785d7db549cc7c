package org.assay.cli;

import java.util.List;

/** Something that the person at the terminal must be told; ends the program with an exit code. */
public final class CliException extends RuntimeException {
    private final int exitCode;
    private final transient List<String> details;

    /**
     * Ends the program.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message what was wrong and what to do
     * @param details more lines, such as every fault of a document
     */
    public CliException(int exitCode, String message, List<String> details) {
        super(message);
        this.exitCode = exitCode;
        this.details = List.copyOf(details);
    }

    /** Ends the program, without details. */
    public CliException(int exitCode, String message) {
        this(exitCode, message, List.of());
    }

    public int exitCode() {
        return exitCode;
    }

    public List<String> details() {
        return details;
    }
}
