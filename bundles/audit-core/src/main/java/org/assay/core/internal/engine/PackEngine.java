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
     * A pack that did what its worked examples say.
     *
     * @param rules what it was compiled to
     * @param report what the check found
     */
    record Checked(Rules rules, CheckReport report) {}

    /**
     * Verifies an envelope and reads the pack in it.
     *
     * @throws org.assay.engine.fault.FaultException with all that is wrong
     */
    Verified verify(byte[] envelope);

    /**
     * Compiles a pack and runs its worked examples.
     *
     * @throws org.assay.engine.fault.FaultException with all that is wrong
     */
    Checked check(byte[] payload);

    /** Compiles a pack that was checked when it came. Its signature is not asked again: the key may be gone by now. */
    Rules compile(byte[] payload);
}
