package org.assay.engine.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * Runs worked examples: builds a network of the facts that a case gives, judges it, and compares. Immutable; as thread-safe
 * as its evaluator.
 */
public final class CaseRunner {
    private static final String LANGUAGE = "en";
    private static final String LIMIT = "limit";

    private final Evaluator evaluator;
    private final boolean compares;

    /**
     * A runner that judges with this evaluator. Verdicts are explained by the interpreter; one that judges in another way
     * is asked for each verdict as well, and a case in which they differ fails.
     */
    public CaseRunner(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.compares = !(evaluator instanceof Interpreter);
    }

    /** Runs all cases of a pack, on as many threads as there are processors. The results are in the order of the file. */
    public List<CaseResult> run(RuleSet rules) {
        return run(rules, () -> false);
    }

    /**
     * The same, as long as it may take.
     *
     * @param over asked before each case, from several threads; the engine has no clock
     * @throws FaultException at the first case that was not tried
     */
    public List<CaseResult> run(RuleSet rules, BooleanSupplier over) {
        AtomicInteger tried = new AtomicInteger();
        List<Fault> late = Collections.synchronizedList(new ArrayList<>());
        List<CaseResult> results = rules.pack().requirements().parallelStream()
                .flatMap(requirement -> {
                    RuleSet only = rules.only(requirement.id());
                    return requirement.cases().stream().flatMap(example -> {
                        if (over.getAsBoolean()) {
                            late.add(late(rules, tried.get(), example));
                            return Stream.empty();
                        }
                        tried.incrementAndGet();
                        return Stream.of(run(only, requirement, example, over));
                    });
                })
                .toList();
        if (late.isEmpty()) {
            return results;
        }
        throw new FaultException(results.stream()
                .flatMap(result -> result.faults().stream())
                .filter(fault -> fault.code().equals(LIMIT))
                .findFirst()
                .orElse(late.get(0)));
    }

    private static Fault late(RuleSet rules, int tried, Requirement.Case next) {
        long all = rules.pack().requirements().stream()
                .mapToLong(requirement -> requirement.cases().size())
                .sum();
        String message = "time was up after " + tried + " of " + all + " cases; this one was not tried";
        return fault(LIMIT, next.at(), message, "Make the cases before it smaller, or their rules simpler");
    }

    /** Runs one case, of the pack or from elsewhere, against one requirement of the pack. */
    public CaseResult run(RuleSet rules, Requirement requirement, Requirement.Case example) {
        return run(rules, requirement, example, () -> false);
    }

    private CaseResult run(RuleSet rules, Requirement requirement, Requirement.Case example, BooleanSupplier over) {
        try {
            return judge(rules, requirement, prepare(rules.pack(), requirement, example), over);
        } catch (FaultException e) {
            return new CaseResult(requirement.id(), example.name(), -1, null, "", e.faults(), example.at());
        }
    }

    /**
     * Reads the facts of a case, which do not depend on the rules.
     *
     * @param pack whose declared facts they may name
     * @throws FaultException if they are no network, or leave open who is judged; at the place of the case
     */
    public static PreparedCase prepare(RulePack pack, Requirement requirement, Requirement.Case example) {
        NetworkFacts facts = facts(pack, requirement, example);
        return CaseFacts.subject(requirement, example, facts)
                .map(subject -> new PreparedCase(requirement.id(), example, facts, subject))
                .orElseThrow(() -> new FaultException(withoutSubject(requirement, example)));
    }

    private static NetworkFacts facts(RulePack pack, Requirement requirement, Requirement.Case example) {
        try {
            return new CaseFacts(pack).read(example);
        } catch (FaultException e) {
            throw new FaultException(e.faults().stream()
                    .map(fault -> of(requirement, example, fault))
                    .toList());
        }
    }

    /** Judges a case by rules that have this requirement, and compares. */
    public CaseResult judge(RuleSet rules, Requirement requirement, PreparedCase prepared) {
        return judge(rules, requirement, prepared, () -> false);
    }

    private CaseResult judge(RuleSet rules, Requirement requirement, PreparedCase prepared, BooleanSupplier over) {
        Requirement.Case example = prepared.example();
        LocalDate asOf = LocalDate.parse(example.asOf());
        AuditTerms terms = new AuditTerms(asOf, asOf, example.options());
        try {
            Evaluation evaluation =
                    evaluator.open(rules.only(requirement.id()), PreparedFacts.of(prepared.facts()), terms, over);
            Explanation verdict = evaluation.explain(requirement.id(), prepared.subject(), LANGUAGE);
            Optional<String> differing = compares
                    ? SecondOpinion.differing(evaluation.evaluate(done -> {}), prepared.subject(), verdict)
                    : Optional.empty();
            return evaluation.isExhausted()
                    ? exhausted(
                            requirement,
                            example,
                            verdict,
                            evaluation.exhaustedAt().orElse(null))
                    : compared(requirement, example, verdict, differing.orElse(""));
        } catch (FaultException refused) {
            throw new FaultException(refused.faults().stream()
                    .map(fault -> StepFaults.of(fault, requirement, example, name(requirement, example)))
                    .toList());
        }
    }

    private static CaseResult exhausted(
            Requirement requirement, Requirement.Case example, Explanation verdict, @Nullable Expr at) {
        Fault fault = StepFaults.ofLoop(requirement, example, name(requirement, example), at);
        return new CaseResult(
                requirement.id(), example.name(), -1, Outcome.ERROR, verdict.because(), List.of(fault), example.at());
    }

    private static CaseResult compared(
            Requirement requirement, Requirement.Case example, Explanation verdict, String differing) {
        List<Fault> faults = new ArrayList<>();
        if (!differing.isEmpty()) {
            faults.add(fault(
                    "engines-differ",
                    example.at(),
                    name(requirement, example) + ": " + differing,
                    "This is a fault of Assay and not of the pack: report it with the pack"));
        }
        Outcome actual = decided(requirement, verdict);
        compare("", example.expect().toString(), actual.toString(), faults, requirement, example, verdict);
        if (!example.code().isEmpty()) {
            compare("code ", example.code(), verdict.code(), faults, requirement, example, verdict);
        }
        if (!example.due().isEmpty()) {
            String due = verdict.dueDay().map(Days::print).orElse("none");
            compare("due ", example.due(), due, faults, requirement, example, verdict);
        }
        return new CaseResult(
                requirement.id(), example.name(), verdict.clause(), actual, verdict.because(), faults, example.at());
    }

    /**
     * The clauses that no case reaches, each as a fault at its place. Where a case fails, that is told first: its clause
     * may be the one. What a state owes is judged in no audit, and need not be reached.
     *
     * @param results of all cases of the pack
     */
    public static List<Fault> unreached(RuleSet rules, List<CaseResult> results) {
        List<Fault> faults = new ArrayList<>();
        for (Requirement requirement : rules.pack().requirements()) {
            List<CaseResult> own = results.stream()
                    .filter(result -> result.requirement().equals(requirement.id()))
                    .toList();
            if (requirement.addressee() == Addressee.STATE || !own.stream().allMatch(CaseResult::holds)) {
                continue;
            }
            Set<Integer> reached = own.stream().map(CaseResult::clause).collect(Collectors.toSet());
            IntStream.range(0, requirement.decide().size())
                    .filter(clause -> !reached.contains(clause))
                    .forEach(clause -> faults.add(unreached(requirement, clause)));
        }
        return faults;
    }

    private static Fault unreached(Requirement requirement, int clause) {
        Requirement.Clause unread = requirement.decide().get(clause);
        String message = "no case of " + requirement.id() + " is decided by clause " + (clause + 1) + " ("
                + unread.then() + (unread.code().isEmpty() ? "" : " " + unread.code()) + ")";
        return fault("unreached-clause", unread.at(), message, "Add a case in which it decides, or take it out");
    }

    /** What the list decided: of a proposal that is its forecast. */
    private static Outcome decided(Requirement requirement, Explanation verdict) {
        Outcome forecast = verdict.forecast();
        return requirement.binding() == Binding.PROPOSAL && forecast != null ? forecast : verdict.outcome();
    }

    private static void compare(
            String what,
            String expected,
            String actual,
            List<Fault> faults,
            Requirement requirement,
            Requirement.Case example,
            Explanation verdict) {
        if (!expected.equals(actual)) {
            String message = name(requirement, example) + ": expected " + what + expected + ", but it is "
                    + (actual.isEmpty() ? "none" : actual) + decidedBy(verdict);
            faults.add(fault("failing-case", example.at(), message, Reasons.of(verdict)));
        }
    }

    private static String decidedBy(Explanation verdict) {
        String reason = verdict.because().isEmpty() ? "" : ": " + verdict.because();
        return verdict.clause() < 0 ? reason : " by clause " + (verdict.clause() + 1) + reason;
    }

    private static Fault withoutSubject(Requirement requirement, Requirement.Case example) {
        String message = example.subject().isEmpty()
                ? name(requirement, example) + " has none or several of its subject, a " + requirement.subject()
                : name(requirement, example) + " has no " + requirement.subject() + " '" + example.subject() + "'";
        return fault("case-subject", example.at(), message, "Name the one that is judged with 'subject'");
    }

    private static Fault of(Requirement requirement, Requirement.Case example, Fault fault) {
        String where = fault.pointer().isEmpty() ? "" : fault.pointer() + ": ";
        String message = name(requirement, example) + ", " + where + fault.message();
        return fault(fault.code(), example.at(), message, fault.hint());
    }

    private static String name(Requirement requirement, Requirement.Case example) {
        String name = example.name().isEmpty() ? "a case" : "the case '" + example.name() + "'";
        return name + " of " + requirement.id();
    }

    private static Fault fault(String code, Position at, String message, String hint) {
        return new Fault(code, message, "", at.line(), at.column(), hint);
    }
}
