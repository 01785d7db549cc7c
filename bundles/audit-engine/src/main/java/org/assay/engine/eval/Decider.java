package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.api.Outcome;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.matrix.ClauseMeaning;

/**
 * Reads decision lists in three values: an unknown clause adds its outcome to the candidates and reading goes on; the
 * first true clause, or the last, ends it. One outcome among the candidates is the verdict; several make it unknown.
 */
final class Decider {
    private static final Compiled.Result OTHERWISE = new Compiled.Result(true, new TreeSet<>(), "");

    private final RuleContext context;
    private final LocalDate asOf;
    private final Map<String, List<ClauseMeaning>> meanings = new HashMap<>();

    Decider(RuleContext context, LocalDate asOf) {
        this.context = context;
        this.asOf = asOf;
    }

    /**
     * What a list came to.
     *
     * @param cell the deciding clause, or that facts are missing, or that the rule broke
     * @param candidates the clauses that may decide, in order
     * @param missing the paths of the facts that were missing in the clauses that were read
     * @param error what broke; empty where nothing did
     */
    record Decision(int cell, List<Integer> candidates, SortedSet<String> missing, String error) {}

    /** Told of every clause that is read. */
    interface Listener {
        void read(int clause, Compiled.Result result);
    }

    List<ClauseMeaning> meanings(CompiledRule rule) {
        return meanings.computeIfAbsent(rule.requirement().id(), id -> rule.clauses().stream()
                .map(clause -> RuleSet.meaning(rule.requirement(), clause.clause(), asOf))
                .toList());
    }

    Decision decide(CompiledRule rule, FactView subject) {
        RuleContext.Variables variables = context.about(rule, subject);
        return decide(rule, when -> when.run(variables), (clause, result) -> {});
    }

    /** Reads a list of which the conditions come to what somebody says. */
    Decision decide(CompiledRule rule, Function<Compiled, Compiled.Result> conditions, Listener listener) {
        List<Integer> candidates = new ArrayList<>();
        SortedSet<String> missing = new TreeSet<>();
        for (int i = 0; i < rule.clauses().size(); i++) {
            Compiled when = rule.clauses().get(i).when();
            Compiled.Result result = when == null ? OTHERWISE : conditions.apply(when);
            listener.read(i, result);
            Truth truth = result.truth();
            if (truth == Truth.ERROR) {
                return new Decision(VerdictMatrix.ERROR, candidates, missing, result.error());
            }
            if (truth != Truth.FALSE) {
                candidates.add(i);
                missing.addAll(result.missing());
            }
            if (truth == Truth.TRUE) {
                break;
            }
        }
        return new Decision(single(rule, candidates), candidates, missing, "");
    }

    private int single(CompiledRule rule, List<Integer> candidates) {
        List<ClauseMeaning> all = meanings(rule);
        Outcome first = outcome(all.get(candidates.get(0)));
        boolean one = candidates.stream().allMatch(clause -> outcome(all.get(clause)) == first);
        return one ? candidates.get(0) : VerdictMatrix.UNKNOWN;
    }

    /** Of a proposal its forecast counts: all its outcomes are "not applicable". */
    static Outcome outcome(ClauseMeaning meaning) {
        Outcome forecast = meaning.forecast();
        return forecast == null ? meaning.outcome() : forecast;
    }
}
