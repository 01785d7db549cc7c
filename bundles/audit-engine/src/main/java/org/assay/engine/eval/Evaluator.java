package org.assay.engine.eval;

import org.assay.engine.facts.NetworkFacts;

/** Judges facts by rules. Implementations are immutable and thread-safe; all of them give the same verdicts. */
public interface Evaluator {

    /**
     * Prepares to judge one snapshot by one pack.
     *
     * @throws org.assay.engine.fault.FaultException if an option is unknown or of the wrong type
     */
    Evaluation open(RuleSet rules, NetworkFacts facts, AuditTerms terms);
}
