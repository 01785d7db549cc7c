package org.assay.engine.eval;

import org.assay.engine.pack.RulePack;

/** A pack whose expressions were checked and made ready to run. Immutable and thread-safe; holds no facts. */
public final class RuleSet {
    private final RulePack pack;

    RuleSet(RulePack pack) {
        this.pack = pack;
    }

    /** The pack it was made from. */
    public RulePack pack() {
        return pack;
    }
}
