package org.assay.engine.eval;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.assay.engine.internal.procedure.Cases;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.matrix.BitmapMatrix;

/**
 * The evaluator for whole networks: the same verdicts as {@link Interpreter}, without evaluating a condition again where
 * the facts that it reads are the same. Verdicts are explained by the interpreter.
 */
public final class CompiledEvaluator implements Evaluator {
    /** So many verdicts take longer than starting threads and building indexes twice. */
    static final int MANY = 20_000;

    private final int many;

    /** An evaluator that judges in two threads where there is much to do. */
    public CompiledEvaluator() {
        this(MANY);
    }

    /** One that takes two threads from so many verdicts on. */
    CompiledEvaluator(int many) {
        this.many = many;
    }

    @Override
    public Evaluation open(RuleSet rules, PreparedFacts facts, AuditTerms terms) {
        return prepare(rules, facts, terms);
    }

    @Override
    public Optional<BitmapMatrix> renew(RuleSet rules, PreparedFacts facts, AuditTerms terms, Judged before) {
        return renewal(rules, facts, terms, before).verdicts();
    }

    Renewal renewal(RuleSet rules, PreparedFacts facts, AuditTerms terms, Judged before) {
        AuditTerms whole = Interpreter.whole(rules, terms);
        AuditTerms old = Interpreter.whole(before.rules(), before.terms());
        AuditTerms then = new AuditTerms(whole.asOf(), old.recordedOn(), old.options());
        Effort effort = Effort.on(facts.facts(), () -> false);
        Seen seen = seen(rules, facts, whole, effort);
        Seen seenBefore = seen(before.rules(), before.facts(), then, effort);
        return new Renewal(rules, whole, before, then, seenBefore.facts(), seen.facts(), seen.evaluation());
    }

    @Override
    public Evaluation open(RuleSet rules, PreparedFacts facts, AuditTerms terms, BooleanSupplier over) {
        return prepare(rules, facts, terms, over);
    }

    CompiledEvaluation prepare(RuleSet rules, PreparedFacts facts, AuditTerms terms) {
        return prepare(rules, facts, terms, () -> false);
    }

    private CompiledEvaluation prepare(RuleSet rules, PreparedFacts facts, AuditTerms terms, BooleanSupplier over) {
        AuditTerms whole = Interpreter.whole(rules, terms);
        Effort effort = Effort.on(facts.facts(), over);
        Seen seen = seen(rules, facts, whole, effort);
        return new CompiledEvaluation(rules.plan(), seen.facts(), seen.evaluation(), many);
    }

    /**
     * What rules see.
     *
     * @param replays of the cases, after those that work on evidence
     * @param facts those that were delivered, with what cases made of them
     */
    private record Seen(Replays replays, PreparedFacts facts) {
        InterpretedEvaluation evaluation() {
            return new InterpretedEvaluation(replays, facts.facts());
        }
    }

    private static Seen seen(RuleSet rules, PreparedFacts facts, AuditTerms whole, Effort effort) {
        Replays replays = new Replays(rules.compiled(), facts.facts(), whole, effort, facts.store());
        Cases.Worked worked = facts.worked(rules, whole, replays::work);
        return new Seen(replays.after(worked), facts.changed(worked.changed()));
    }
}
