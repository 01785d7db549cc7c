package org.assay.core.internal.engine;

import org.assay.core.CheckReport;
import org.assay.engine.pack.RulePack;

/** What the core needs of the engine for packs. Thread-safe. */
public interface PackEngine {

    /**
     * A pack whose signature was verified.
     *
     * @param pack the pack
     * @param payload the signed bytes; their SHA-256 is the pack's digest
     */
    record Verified(RulePack pack, byte[] payload) {}

    /**
     * Verifies an envelope and reads the pack in it.
     *
     * @throws org.assay.engine.fault.FaultException with all that is wrong
     */
    Verified verify(byte[] envelope);

    /** Reads a pack that was verified when it came. Its signature is not asked again: the key may be gone by now. */
    RulePack reread(byte[] payload);

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
