package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Collects what is wrong with a pack, so that its author sees everything at once. Not thread-safe. */
final class FaultList {
    private static final int MOST = 200;

    private final List<Fault> faults = new ArrayList<>();

    /** Notes a fault at a node. Beyond two hundred, more are not kept. */
    void add(String code, YamlNode node, String message, String hint) {
        add(code, node.at(), node.pointer(), message, hint);
    }

    void add(String code, Position at, String pointer, String message, String hint) {
        if (faults.size() < MOST) {
            faults.add(new Fault(code, message, pointer, at.line(), at.column(), hint));
        }
    }

    /** Whether nothing is wrong so far. */
    boolean isEmpty() {
        return faults.isEmpty();
    }

    /**
     * Refuses the pack if anything is wrong with it.
     *
     * @throws FaultException with all faults, in the order of the file
     */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
            throw new FaultException(faults);
        }
    }
}
