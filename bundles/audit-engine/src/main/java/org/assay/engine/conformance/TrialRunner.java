package org.assay.engine.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.RulePack;
import org.assay.engine.procedure.CaseClock;
import org.assay.engine.procedure.CaseMove;
import org.assay.engine.procedure.ProcedureCase;

/**
 * Runs the worked examples of procedures: on each day that one names, its case must be in the state that it names.
 * Immutable; as thread-safe as its evaluator.
 */
public final class TrialRunner {
    private final Evaluator evaluator;

    /** A runner that replays cases with this evaluator. */
    public TrialRunner(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * The network of some facts, as examples give them.
     *
     * @param given a network document in part, as in {@link org.assay.engine.pack.Requirement.Case}
     * @throws FaultException if they are no network
     */
    public static NetworkFacts facts(RulePack pack, Map<String, Object> given) {
        return new CaseFacts(pack).read(given);
    }

    /** What does not hold in the examples of a pack; where all hold, the moves that none of them makes. */
    public List<Fault> faults(RuleSet rules) {
        return faults(rules, () -> false);
    }

    /**
     * The same, as long as it may take.
     *
     * @param over asked before each example; the engine has no clock
     * @throws FaultException at the first example that was not tried
     */
    public List<Fault> faults(RuleSet rules, BooleanSupplier over) {
        List<Fault> faults = new ArrayList<>();
        for (Procedure procedure : rules.pack().procedures()) {
            Set<Integer> made = new TreeSet<>();
            List<Fault> own = new ArrayList<>();
            for (Procedure.Trial trial : procedure.trials()) {
                if (over.getAsBoolean()) {
                    String message = "time was up before " + name(procedure, trial) + " was tried";
                    throw new FaultException(fault("limit", trial.at(), message, "Fewer or simpler cases"));
                }
                own.addAll(run(rules, procedure, trial, made, over));
            }
            faults.addAll(own.isEmpty() ? unmade(procedure, made) : own);
        }
        return faults;
    }

    /**
     * The clocks of a pack of which no example names both the day on which they strike and the day before: one that strikes a
     * day too early or too late would pass them.
     */
    public List<Fault> unsharp(RuleSet rules) {
        List<Fault> faults = new ArrayList<>();
        for (Procedure procedure : rules.pack().procedures()) {
            Set<Integer> struck = new TreeSet<>();
            procedure.trials().forEach(trial -> struck.addAll(struck(rules, procedure, trial)));
            for (int i = 0; i < procedure.moves().size(); i++) {
                Procedure.Move move = procedure.moves().get(i);
                if (move.isClock() && !struck.contains(i)) {
                    String message = "no case of " + procedure.name() + " shows the clock to " + move.to()
                            + " on its day and the day before";
                    faults.add(fault("unsharp-clock", move.at(), message, "Name both days in the states of a case"));
                }
            }
        }
        return faults;
    }

    /** The clocks that strike on a day of an example that names the day before as well. */
    private Set<Integer> struck(RuleSet rules, Procedure procedure, Procedure.Trial trial) {
        PreparedFacts prepared = PreparedFacts.of(facts(rules.pack(), trial.given()));
        Set<Integer> struck = new TreeSet<>();
        for (LocalDate day : trial.states().keySet()) {
            if (trial.states().containsKey(day.minusDays(1))) {
                on(rules, procedure, trial, prepared, day, () -> false).stream()
                        .flatMap(one -> one.history().stream())
                        .filter(move -> move.evidence().isEmpty() && day.equals(move.day()))
                        .forEach(move -> struck.add(move.number()));
            }
        }
        return struck;
    }

    private List<Fault> run(
            RuleSet rules, Procedure procedure, Procedure.Trial trial, Set<Integer> made, BooleanSupplier over) {
        List<Fault> faults = new ArrayList<>();
        try {
            PreparedFacts prepared = PreparedFacts.of(facts(rules.pack(), trial.given()));
            trial.states().forEach((day, expected) -> {
                List<ProcedureCase> cases = on(rules, procedure, trial, prepared, day, over);
                cases.forEach(
                        one -> one.history().stream().map(CaseMove::number).forEach(made::add));
                if (cases.size() > 1) {
                    faults.add(several(procedure, trial, cases));
                } else {
                    compare(procedure, trial, day, expected, cases.stream().findFirst(), faults);
                }
            });
        } catch (FaultException e) {
            e.faults()
                    .forEach(fault -> faults.add(fault(
                            fault.code(),
                            trial.at(),
                            name(procedure, trial) + ", " + fault.pointer() + ": " + fault.message(),
                            fault.hint())));
        }
        return faults;
    }

    private List<ProcedureCase> on(
            RuleSet rules,
            Procedure procedure,
            Procedure.Trial trial,
            PreparedFacts facts,
            LocalDate day,
            BooleanSupplier over) {
        AuditTerms terms = new AuditTerms(day, day, Map.copyOf(trial.options()));
        return evaluator.open(rules, facts, terms, over).cases().stream()
                .filter(one -> one.procedure().equals(procedure.name()))
                .filter(one -> trial.subject().isEmpty() || one.subject().id().equals(trial.subject()))
                .toList();
    }

    private static void compare(
            Procedure procedure,
            Procedure.Trial trial,
            LocalDate day,
            String expected,
            Optional<ProcedureCase> found,
            List<Fault> faults) {
        String[] parts = expected.split(" until ", 2);
        String state = found.map(one -> one.state().orElse("UNKNOWN")).orElse(ProcedureCase.NONE);
        if (!state.equals(parts[0])) {
            String message = "expected " + parts[0] + " on " + day + ", but it is " + state
                    + found.map(TrialRunner::course).orElse("");
            faults.add(fault("failing-case", trial.at(), name(procedure, trial) + ": " + message, ""));
        } else if (parts.length == 2) {
            boolean asking = parts[1].indexOf(' ') > 0;
            String next = found.map(one -> next(one, asking)).orElse("none");
            if (!next.equals(parts[1])) {
                String message = "expected the next clock on " + parts[1] + ", but on " + day + " it is " + next;
                faults.add(fault("failing-case", trial.at(), name(procedure, trial) + ": " + message, ""));
            }
        }
    }

    /** The day of the next clock, and perhaps whether one of that day asks somebody to act. */
    private static String next(ProcedureCase one, boolean asking) {
        LocalDate day = one.next().map(CaseClock::day).orElse(null);
        if (day == null) {
            return "none";
        }
        boolean asked = one.clocks().stream().anyMatch(clock -> clock.day().equals(day) && clock.asks());
        return Days.print(day) + (!asking ? "" : asked ? " asked" : " idle");
    }

    private static String course(ProcedureCase one) {
        StringBuilder text = new StringBuilder();
        one.history().forEach(move -> text.append(text.isEmpty() ? ": " : ", ")
                .append(move.to())
                .append(move.day() == null ? "" : " on " + move.day()));
        if (!one.missing().isEmpty()) {
            text.append("; missing ").append(String.join(", ", one.missing()));
        }
        return text + (one.error().isEmpty() ? "" : "; " + one.error());
    }

    private static Fault several(Procedure procedure, Procedure.Trial trial, List<ProcedureCase> cases) {
        List<String> ids = cases.stream().map(one -> one.subject().id()).toList();
        String message = name(procedure, trial) + " has several cases: " + ids;
        return fault("case-subject", trial.at(), message, "Name what opened the one that is meant with 'case'");
    }

    private static List<Fault> unmade(Procedure procedure, Set<Integer> made) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < procedure.moves().size(); i++) {
            if (!made.contains(i)) {
                Procedure.Move move = procedure.moves().get(i);
                String message = "no case of " + procedure.name() + " makes this move to " + move.to();
                faults.add(fault("unreached-move", move.at(), message, "Add a case that does, or take it out"));
            }
        }
        return faults;
    }

    private static String name(Procedure procedure, Procedure.Trial trial) {
        String name = trial.name().isEmpty() ? "a case" : "the case '" + trial.name() + "'";
        return name + " of " + procedure.name();
    }

    private static Fault fault(String code, Position at, String message, String hint) {
        return new Fault(code, message, "", at.line(), at.column(), hint);
    }
}
