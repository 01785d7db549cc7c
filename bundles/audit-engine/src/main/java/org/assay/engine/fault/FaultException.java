package org.assay.engine.fault;

import java.util.List;
import java.util.stream.Collectors;

/** An input was refused as a whole; nothing of it was taken. */
public class FaultException extends RuntimeException {
    private final transient List<Fault> faults;

    /**
     * Refuses an input.
     *
     * @param faults why, at least one; at most a few hundred, the reader stops there
     */
    public FaultException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Refuses an input for one reason. */
    public FaultException(Fault fault) {
        this(List.of(fault));
    }

    /** Everything that is wrong, in the order of the input. */
    public List<Fault> faults() {
        return faults;
    }
}
