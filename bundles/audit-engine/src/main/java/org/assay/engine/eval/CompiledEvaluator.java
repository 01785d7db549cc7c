package org.assay.engine.eval;

import org.assay.engine.facts.NetworkFacts;

/**
 * The evaluator for whole networks: the same verdicts as {@link Interpreter}, without evaluating a condition again where
 * the facts that it reads are the same. Verdicts are explained by the interpreter.
 */
public final class CompiledEvaluator implements Evaluator {
    private final Interpreter reference = new Interpreter();

    @Override
    public Evaluation open(RuleSet rules, NetworkFacts facts, AuditTerms terms) {
        return new CompiledEvaluation(rules, reference.interpret(rules, facts, terms));
    }
}
