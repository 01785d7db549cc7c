package org.assay.engine.conformance;

import java.util.List;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.RulePack;

/**
 * A pack that was read, compiled and found to do what its cases say.
 *
 * @param pack the pack
 * @param rules what it was compiled to
 * @param cases what its cases came to, in the order of the file; all of them hold
 */
public record CheckedPack(RulePack pack, RuleSet rules, List<CaseResult> cases) {
    public CheckedPack {
        cases = List.copyOf(cases);
    }
}
