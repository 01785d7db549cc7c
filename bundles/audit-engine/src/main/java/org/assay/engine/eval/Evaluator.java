package org.assay.engine.eval;

import org.assay.engine.facts.NetworkFacts;

/** Judges facts by rules. Implementations are immutable and thread-safe; all of them give the same verdicts. */
public interface Evaluator {

    /**
     * Prepares to judge one snapshot by one pack.
     *
     * @throws org.assay.engine.fault.FaultException if an option is unknown or of the wrong type
     */
    default Evaluation open(RuleSet rules, NetworkFacts facts, AuditTerms terms) {
        return open(rules, PreparedFacts.of(facts), terms);
    }

    /**
     * The same, where what earlier audits of the snapshot found out is used, and kept for later ones.
     *
     * @throws org.assay.engine.fault.FaultException if an option is unknown or of the wrong type
     */
    Evaluation open(RuleSet rules, PreparedFacts facts, AuditTerms terms);
}
