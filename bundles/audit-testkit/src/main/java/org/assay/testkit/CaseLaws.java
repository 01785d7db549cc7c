package org.assay.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.Kind;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.CaseMove;
import org.assay.engine.procedure.ProcedureCase;

/**
 * What must hold in every case of every procedure, whatever evidence comes in whatever order: it is in a state that the
 * procedure has, each move begins where the one before ended, replaying it gives the same, also where one look is taken at records
 * that are alike, and what was true on a day stays so when more is known of later days. Stateless and thread-safe.
 */
public final class CaseLaws {
    private static final int A_YEAR = 365;

    private CaseLaws() {}

    /**
     * Drives a procedure with one random sequence of evidence.
     *
     * @return what was broken, in words; empty if nothing was
     */
    public static List<String> broken(RuleSet rules, Procedure procedure, long seed) {
        RandomCases random = new RandomCases(rules.pack(), procedure, seed);
        PreparedFacts facts = PreparedFacts.of(TrialRunner.facts(rules.pack(), random.given()));
        LocalDate late = random.day();
        LocalDate early = random.day();
        if (early.isAfter(late)) {
            LocalDate swapped = early;
            early = late;
            late = swapped;
        }
        List<String> broken = new ArrayList<>();
        List<ProcedureCase> after = cases(rules, procedure, facts, late);
        if (!after.equals(cases(rules, procedure, facts, late))) {
            broken.add("a second replay gives something else");
        }
        if (!told(new Interpreter(), rules, facts, late).equals(told(new CompiledEvaluator(), rules, facts, late))) {
            broken.add("on " + late + " a look at each record gives something else than one at those that are alike");
        }
        List<ProcedureCase> before = cases(rules, procedure, facts, early);
        for (ProcedureCase one : after) {
            shape(procedure, one, broken);
            before.stream()
                    .filter(other -> !random.corrects() && other.subject().equals(one.subject()))
                    .findFirst()
                    .ifPresent(other -> past(one, other, broken));
        }
        before.forEach(one -> shape(procedure, one, broken));
        return broken.stream()
                .map(text -> procedure.name() + ", seed " + seed + ": " + text)
                .toList();
    }

    private static List<ProcedureCase> cases(RuleSet rules, Procedure procedure, PreparedFacts facts, LocalDate day) {
        AuditTerms terms = new AuditTerms(day, day, Map.of());
        return new CompiledEvaluator()
                .open(rules, facts, terms).cases().stream()
                        .filter(one -> one.procedure().equals(procedure.name()))
                        .toList();
    }

    /** All that cases come to in an evaluation: themselves, the days on which they move on, the evidence that they make. */
    private static List<Object> told(Evaluator evaluator, RuleSet rules, PreparedFacts facts, LocalDate day) {
        Evaluation evaluation = evaluator.open(rules, facts, new AuditTerms(day, day, Map.of()));
        return List.of(
                evaluation.cases(), evaluation.turn(A_YEAR), evaluation.facts().all(Kind.EVIDENCE));
    }

    private static void shape(Procedure procedure, ProcedureCase one, List<String> broken) {
        if (!one.error().isEmpty()) {
            broken.add("it breaks: " + one.error());
        }
        one.states().stream()
                .filter(state -> !procedure.states().containsKey(state) && !state.equals(ProcedureCase.NONE))
                .forEach(state -> broken.add("it is in '" + state + "', which is no state"));
        CaseMove last = null;
        for (CaseMove move : one.history()) {
            if (last != null && !move.from().equals(last.to())) {
                broken.add("it leaves " + move.from() + " while it is in " + last.to());
            }
            if (last != null
                    && last.day() != null
                    && move.day() != null
                    && move.day().isBefore(last.day())) {
                broken.add("it moves on " + move.day() + " after it moved on " + last.day());
            }
            if (move.number() >= 0 && !fits(procedure.moves().get(move.number()), move)) {
                broken.add("it makes a move that the procedure does not have: " + move);
            }
            last = move;
        }
        Optional<String> state = one.state();
        if (last != null && state.isPresent() && !state.get().equals(last.to())) {
            broken.add("it is in " + state.get() + ", but moved last to " + last.to());
        }
    }

    private static boolean fits(Procedure.Move move, CaseMove made) {
        return move.from().contains(made.from()) && move.to().equals(made.to());
    }

    private static void past(ProcedureCase late, ProcedureCase early, List<String> broken) {
        boolean known = late.state().isPresent() && early.state().isPresent();
        boolean dated = late.history().stream().allMatch(move -> move.day() != null)
                && early.history().stream().allMatch(move -> move.day() != null);
        int size = early.history().size();
        boolean same =
                late.history().size() >= size && late.history().subList(0, size).equals(early.history());
        if (known && dated && !same) {
            broken.add("what was true then is not any more: " + early.history() + " against " + late.history());
        }
    }
}
