package org.assay.engine.conformance;

import java.util.List;
import java.util.stream.Collectors;
import org.assay.engine.fault.Fault;

/** A file of a suite is not in order. */
public final class UnreadableSuiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<Fault> faults;

    UnreadableSuiteException(String file, List<Fault> faults) {
        super(faults.stream().map(fault -> file + ": " + fault).collect(Collectors.joining("\n")));
        this.file = file;
        this.faults = List.copyOf(faults);
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    /** What is wrong with it, at least one fault. */
    public List<Fault> faults() {
        return faults;
    }
}
