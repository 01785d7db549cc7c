package org.assay.engine.intake;

import java.util.ArrayList;
import java.util.List;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Collects what is wrong with one document; gives up when it is too much. For one thread, used once. */
final class FaultLog {
    private final List<Fault> faults = new ArrayList<>();
    private final int limit;

    FaultLog(int limit) {
        this.limit = limit;
    }

    void add(String code, String message, Place place, String hint) {
        faults.add(new Fault(code, message, place.pointer(), place.line(), place.column(), hint));
        if (faults.size() >= limit) {
            throw new FaultException(faults);
        }
    }

    /** Adds a fault after which nothing more can be read. */
    FaultException last(String code, String message, Place place, String hint) {
        add(code, message, place, hint);
        return toException();
    }

    FaultException toException() {
        return new FaultException(faults);
    }

    int size() {
        return faults.size();
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }
}
