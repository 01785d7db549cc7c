package org.assay.engine.eval;

import java.time.LocalDate;
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
     * @param facts on which facts, under the same pack and options
     * @param recordedOn the day that their statuses speak for
     * @param verdicts as they are on the as-of day of what is asked for
     */
    record Judged(NetworkFacts facts, LocalDate recordedOn, BitmapMatrix verdicts) {}

    /**
     * The verdicts on facts of which only some evidence differs from facts that were judged: of what cannot be otherwise the
     * earlier ones, all others anew. The same, byte for byte, as {@link Evaluation#judge} gives.
     *
     * @param before must be of the same pack, options and day, and its facts must share the tables of components and sites with
     *     the new ones; otherwise there is no answer
     * @return empty where more than evidence may differ, or nothing would be saved
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
