package org.assay.core.internal.engine;

import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RequirementNeeds;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.RulePack;

/** A compiled pack. Immutable and thread-safe; it holds nothing of the bundle that brought the pack. */
public interface Rules {

    /** The pack. */
    RulePack pack();

    /**
     * What a requirement has to be told.
     *
     * @throws IllegalArgumentException if the pack has no such requirement
     */
    RequirementNeeds needs(String requirement);

    /** The kinds of evidence that any of its rules or procedures reads. */
    SortedSet<String> evidenceKinds();

    /**
     * Prepares to judge facts.
     *
     * @throws org.assay.engine.fault.FaultException if an option is unknown or of the wrong type
     */
    Evaluation open(PreparedFacts facts, AuditTerms terms);

    /**
     * The same, as long as it may take.
     *
     * @param over asked now and then, from several threads, whether time is up
     * @throws org.assay.engine.fault.FaultException as above, or {@code limit} if time is up
     */
    Evaluation open(PreparedFacts facts, AuditTerms terms, BooleanSupplier over);

    /** Verdicts that these rules gave, for others to renew. */
    Evaluator.Judged judged(PreparedFacts facts, AuditTerms terms, BitmapMatrix verdicts);

    /** The verdicts where facts or rules differ in little; see {@link Evaluator#renew}. */
    Optional<BitmapMatrix> renew(PreparedFacts facts, AuditTerms terms, Evaluator.Judged before);
}
