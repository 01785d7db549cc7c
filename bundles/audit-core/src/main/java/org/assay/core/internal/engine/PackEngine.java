package org.assay.core.internal.engine;

import org.assay.core.CheckReport;
import org.assay.engine.pack.RulePack;

/** What the core needs of the engine for packs. Thread-safe. */
public interface PackEngine {

    /**
     * Verifies an envelope and reads the pack in it.
     *
     * @throws org.assay.engine.fault.FaultException with all that is wrong
     */
    RulePack verify(byte[] envelope);

    /** Reads a pack that was verified when it came: its key may have been withdrawn since. */
    RulePack reread(byte[] envelope);

    /**
     * Compiles a pack.
     *
     * @throws org.assay.engine.fault.FaultException with all that is wrong
     */
    Rules compile(RulePack pack);

    /**
     * Runs the pack's worked examples, and whatever else a pack must stand before it is taken.
     *
     * @throws org.assay.engine.fault.FaultException with all that is wrong
     */
    CheckReport check(Rules rules);
}
