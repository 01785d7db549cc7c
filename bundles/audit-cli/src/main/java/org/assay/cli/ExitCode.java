package org.assay.cli;

/** What the program's exit codes mean; scripts rely on them. */
public final class ExitCode {
    /** No binding failure. */
    public static final int OK = 0;

    /** An audit found failures of binding demands. */
    public static final int FAILURES = 1;

    /** The input or the call was wrong. */
    public static final int BAD_INPUT = 2;

    /** The service cannot be reached or started. */
    public static final int NO_SERVICE = 3;

    private ExitCode() {}
}
