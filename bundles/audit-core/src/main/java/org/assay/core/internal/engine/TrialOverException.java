package org.assay.core.internal.engine;

import java.util.List;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** The time for a pack's cases was up: that says more of the machine, and of what else it does, than of the pack. */
public final class TrialOverException extends FaultException {
    private static final long serialVersionUID = 1L;

    /** With the first case that was not tried. */
    public TrialOverException(List<Fault> faults) {
        super(faults);
    }
}
