package org.assay.engine.eval;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.assay.engine.facts.FactRecord;
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
        PreparedFacts seen = facts.changed(changed(rules, facts, whole, effort));
        PreparedFacts seenBefore = before.facts().changed(changed(before.rules(), before.facts(), then, effort));
        InterpretedEvaluation evaluation =
                new InterpretedEvaluation(rules, facts.facts(), seen.facts(), whole, effort, facts.store());
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
        PreparedFacts seen = facts.changed(changed(rules, facts, whole, effort));
        InterpretedEvaluation reference =
                new InterpretedEvaluation(rules, facts.facts(), seen.facts(), whole, effort, facts.store());
        return new CompiledEvaluation(rules.plan(), seen, reference, many);
    }

    private static SortedMap<String, FactRecord> changed(
            RuleSet rules, PreparedFacts facts, AuditTerms whole, Effort effort) {
        return facts.made(rules, whole, () -> Interpreter.changed(rules, facts.facts(), whole, effort, facts.store()));
    }
}
