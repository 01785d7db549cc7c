package org.assay.engine.eval;

import java.util.Optional;
import java.util.function.BooleanSupplier;
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
        Replays replays = replays(rules, facts, whole, effort);
        PreparedFacts seen = seen(rules, facts, replays);
        PreparedFacts seenBefore =
                seen(before.rules(), before.facts(), replays(before.rules(), before.facts(), then, effort));
        InterpretedEvaluation evaluation = new InterpretedEvaluation(replays, seen.facts());
        return new Renewal(rules, whole, before, then, seenBefore, seen, evaluation);
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
        Replays replays = replays(rules, facts, whole, effort);
        PreparedFacts seen = seen(rules, facts, replays);
        return new CompiledEvaluation(rules.plan(), seen, new InterpretedEvaluation(replays, seen.facts()), many);
    }

    private static Replays replays(RuleSet rules, PreparedFacts facts, AuditTerms whole, Effort effort) {
        return new Replays(rules.compiled(), facts.facts(), whole, effort, facts.store());
    }

    /** The facts with what their cases made of them. */
    private static PreparedFacts seen(RuleSet rules, PreparedFacts facts, Replays replays) {
        return facts.changed(facts.made(rules, replays.terms(), replays::changed));
    }
}
