package org.assay.testkit.mutate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.assay.api.Addressee;
import org.assay.engine.conformance.CaseResult;
import org.assay.engine.conformance.CaseRunner;
import org.assay.engine.conformance.PreparedCase;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.ConformanceReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/**
 * The cases of a pack, their facts read once, against changed packs. A change is tried on the requirements that use what was
 * changed, each compiled alone. Thread-safe.
 */
final class Trial {
    private final RulePack pack;
    private final CaseRunner runner = new CaseRunner(new Interpreter());
    private final Map<String, Set<String>> uses = new HashMap<>();
    private final Map<String, List<PreparedCase>> own = new HashMap<>();
    private final Map<String, List<PreparedCase>> beside = new HashMap<>();
    /** Which requirement last noticed a change of the same thing: the likeliest to notice the next. */
    private final Map<String, String> noticed = new ConcurrentHashMap<>();

    /**
     * Reads the facts of all cases.
     *
     * @throws FaultException if a case's facts are no network
     */
    Trial(RulePack original, List<ConformanceReader.Conformance> conformance) {
        this.pack = Edit.of(original).withoutTexts().done();
        Uses named = new Uses(pack);
        for (Requirement requirement : pack.requirements()) {
            uses.put(requirement.id(), named.of(requirement));
            own.put(
                    requirement.id(),
                    requirement.cases().stream()
                            .map(example -> CaseRunner.prepare(pack, requirement, example))
                            .toList());
            beside.put(
                    requirement.id(),
                    conformance.stream()
                            .filter(one -> one.requirement().id().equals(requirement.id()))
                            .map(one -> CaseRunner.prepare(pack, requirement, one.example()))
                            .toList());
        }
    }

    /** The pack with what no case can tell left out: changes are to be made to it. */
    RulePack pack() {
        return pack;
    }

    /**
     * Holds the unchanged rules against their cases: where one fails already, every change would count as noticed.
     *
     * @param mutants the changes whose rules are held
     * @throws FaultException with the cases that do not hold
     */
    void check(List<Mutant> mutants) {
        List<Fault> faults =
                mutants.stream().flatMap(mutant -> concerned(mutant).stream()).distinct().toList().parallelStream()
                        .flatMap(this::failing)
                        .toList();
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private Stream<Fault> failing(String id) {
        RuleSet rules = RuleSet.compile(new Uses(pack).only(id));
        return Stream.concat(
                failing(rules, own.getOrDefault(id, List.of())),
                failing(rules, beside.getOrDefault(id, List.of())).map(Trial::inConformanceFile));
    }

    private Stream<Fault> failing(RuleSet rules, List<PreparedCase> cases) {
        Requirement requirement = rules.pack().requirements().get(0);
        return cases.stream().flatMap(one -> runner.judge(rules, requirement, one).faults().stream());
    }

    private static Fault inConformanceFile(Fault fault) {
        String message = "of a conformance file, not of the pack: " + fault.message();
        return new Fault(fault.code(), message, fault.pointer(), fault.line(), fault.column(), fault.hint());
    }

    /** Whether the rules that use what was changed notice it. */
    Result run(Mutant mutant) {
        RulePack changed = mutant.apply().apply(pack);
        boolean compiled = false;
        for (String requirement : concerned(mutant)) {
            try {
                Optional<Result> seen = run(mutant, requirement, RuleSet.compile(new Uses(changed).only(requirement)));
                if (seen.isPresent()) {
                    noticed.put(mutant.uses(), requirement);
                    return seen.get();
                }
                compiled = true;
            } catch (FaultException refused) {
                if (!compiled) {
                    return new Result(
                            mutant, Result.Fate.REFUSED, refused.faults().get(0).message());
                }
            }
        }
        return new Result(mutant, compiled ? Result.Fate.SURVIVED : Result.Fate.REFUSED, "");
    }

    /** The requirements that use what is changed and are judged at all; first the one that noticed the last such change. */
    private List<String> concerned(Mutant mutant) {
        String first = noticed.getOrDefault(mutant.uses(), "");
        return pack.requirements().stream()
                .filter(requirement -> requirement.addressee() != Addressee.STATE)
                .map(Requirement::id)
                .filter(id -> uses.get(id).contains(mutant.uses()))
                .sorted(Comparator.comparing(id -> !id.equals(first)))
                .toList();
    }

    private Optional<Result> run(Mutant mutant, String id, RuleSet rules) {
        Requirement requirement = rules.pack().requirements().get(0);
        List<CaseResult> results = new ArrayList<>();
        for (PreparedCase one : own.getOrDefault(id, List.of())) {
            CaseResult result = runner.judge(rules, requirement, one);
            if (!result.holds()) {
                return Optional.of(killed(mutant, result));
            }
            results.add(result);
        }
        for (PreparedCase one : beside.getOrDefault(id, List.of())) {
            CaseResult result = runner.judge(rules, requirement, one);
            if (!result.holds()) {
                return Optional.of(killed(mutant, result));
            }
        }
        return CaseRunner.unreached(rules, results).stream()
                .findFirst()
                .map(fault -> new Result(mutant, Result.Fate.UNREACHED, fault.message()));
    }

    private static Result killed(Mutant mutant, CaseResult result) {
        return new Result(mutant, Result.Fate.KILLED, result.faults().get(0).message());
    }
}
