package org.assay.engine.eval;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;

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

    /**
     * Verdicts that are there already.
     *
     * @param rules by which rules
     * @param facts on which facts
     * @param terms on which terms; the as-of day may be an earlier one than that of what is asked for
     * @param verdicts as they are on the as-of day of what is asked for
     */
    record Judged(RuleSet rules, PreparedFacts facts, AuditTerms terms, BitmapMatrix verdicts) {}

    /**
     * The verdicts where facts, or an edition of the same regime's pack, differ in little from those of verdicts that are there:
     * of what cannot be otherwise the earlier ones, all others anew. The same, byte for byte, as {@link Evaluation#judge} gives.
     *
     * @return empty where nothing would be saved
     * @throws org.assay.engine.fault.FaultException if an option is unknown or of the wrong type
     */
    default Optional<BitmapMatrix> renew(RuleSet rules, PreparedFacts facts, AuditTerms terms, Judged before) {
        return Optional.empty();
    }

    /**
     * The same, as long as it may take.
     *
     * @param over asked now and then, from several threads, whether time is up; a question that is at work then is refused
     *     with a fault {@code limit}. The engine has no clock, and time decides no verdict
     * @throws org.assay.engine.fault.FaultException as above, or if time is up
     */
    default Evaluation open(RuleSet rules, PreparedFacts facts, AuditTerms terms, BooleanSupplier over) {
        return open(rules, facts, terms);
    }
}
