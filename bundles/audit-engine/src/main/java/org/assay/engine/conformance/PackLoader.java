package org.assay.engine.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/** Takes a pack only if everything about it is in order. Immutable; as thread-safe as its evaluator. */
public final class PackLoader {
    /** More would not be read. */
    private static final int MAX_FAULTS = 200;

    private final CaseRunner cases;
    private final TrialRunner trials;

    /** A loader that runs cases with this evaluator. */
    public PackLoader(Evaluator evaluator) {
        this.cases = new CaseRunner(evaluator);
        this.trials = new TrialRunner(evaluator);
    }

    /**
     * Reads, compiles and tries a pack.
     *
     * @param yaml the bytes that were signed
     * @throws FaultException with everything that is wrong: with the file; else with its expressions; else with its cases
     */
    public CheckedPack load(byte[] yaml) {
        return load(yaml, () -> false);
    }

    /**
     * The same, as long as it may take.
     *
     * @param yaml the bytes that were signed
     * @param over asked before each case, from several threads, whether time is up; a pack of which cases are left then is refused
     * @throws FaultException as above
     */
    public CheckedPack load(byte[] yaml, BooleanSupplier over) {
        RulePack pack = PackReader.read(yaml);
        RuleSet rules = RuleSet.compile(pack);
        List<CaseResult> results = cases.run(rules, over);
        List<Fault> faults = new ArrayList<>();
        results.forEach(result -> faults.addAll(result.faults()));
        faults.addAll(CaseRunner.unreached(rules, results));
        faults.addAll(trials.faults(rules, over));
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
            throw new FaultException(faults.stream().limit(MAX_FAULTS).toList());
        }
        return new CheckedPack(pack, rules, results);
    }
}
