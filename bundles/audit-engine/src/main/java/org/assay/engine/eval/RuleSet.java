package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.engine.internal.columnar.Plan;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.FactReads;
import org.assay.engine.internal.lang.Sight;
import org.assay.engine.matrix.ClauseMeaning;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** A pack whose expressions were checked and made ready to run. Immutable and thread-safe; holds no facts. */
public final class RuleSet {

    private final CompiledPack compiled;
    private final Map<String, Sight> sights = new ConcurrentHashMap<>();
    private volatile @Nullable Plan plan;
    private volatile @Nullable RuleSet last;
    private volatile @Nullable SortedSet<String> evidence;

    private RuleSet(CompiledPack compiled) {
        this.compiled = compiled;
    }

    /**
     * Compiles a pack. Its cases are not run.
     *
     * @throws org.assay.engine.fault.FaultException with everything that is wrong with its expressions, at their places
     */
    public static RuleSet compile(RulePack pack) {
        return new RuleSet(CompiledPack.of(pack));
    }

    /** The pack it was made from. */
    public RulePack pack() {
        return compiled.pack();
    }

    /**
     * The same pack with one requirement only, to judge nothing else; the last one is kept.
     *
     * @throws IllegalArgumentException if the pack has no such requirement
     */
    public RuleSet only(String requirement) {
        if (isOnly(requirement)) {
            return this;
        }
        RuleSet known = last;
        if (known == null || !known.isOnly(requirement)) {
            known = new RuleSet(compiled.only(requirement));
            last = known;
        }
        return known;
    }

    /** What the conditions of a requirement see; told once, and not to be changed. */
    Sight sight(String requirement) {
        return sights.computeIfAbsent(requirement, id -> compiled.rule(id)
                .map(rule -> Sight.of(compiled, rule))
                .orElseThrow(() -> new IllegalArgumentException(compiled.pack().regime() + " has no " + id)));
    }

    private boolean isOnly(String requirement) {
        return compiled.rules().size() == 1
                && compiled.rules().get(0).requirement().id().equals(requirement);
    }

    /**
     * What a requirement has to be told.
     *
     * @throws IllegalArgumentException if the pack has no such requirement
     */
    public RequirementNeeds needs(String requirement) {
        return compiled.rule(requirement)
                .map(rule -> RequirementNeeds.of(compiled, rule))
                .orElseThrow(() ->
                        new IllegalArgumentException(compiled.pack().regime() + " has no requirement " + requirement));
    }

    /** The kinds of evidence that any of its rules or procedures reads; found when first asked for. */
    public SortedSet<String> evidenceKinds() {
        SortedSet<String> known = evidence;
        if (known == null) {
            known = Collections.unmodifiableSortedSet(kindsOfEvidence());
            evidence = known;
        }
        return known;
    }

    private SortedSet<String> kindsOfEvidence() {
        SortedSet<String> kinds = new TreeSet<>();
        compiled.rules()
                .forEach(rule -> kinds.addAll(FactReads.of(compiled, rule).evidence()));
        for (Procedure procedure : compiled.pack().procedures()) {
            kinds.addAll(procedure.kinds());
            kinds.addAll(procedure.openingKinds());
        }
        return kinds;
    }

    CompiledPack compiled() {
        return compiled;
    }

    /** Its conditions cut for {@link CompiledEvaluator}; made when first asked for, the same whoever makes it. */
    Plan plan() {
        Plan known = plan;
        if (known == null) {
            known = Plan.of(compiled);
            plan = known;
        }
        return known;
    }

    /** What a clause of a requirement stands for on a day. */
    static ClauseMeaning meaning(Requirement requirement, Requirement.Clause clause, LocalDate asOf) {
        var severity = clause.severity() == null ? requirement.severity() : clause.severity();
        if (requirement.binding() == Binding.PROPOSAL) {
            return new ClauseMeaning(Outcome.NOT_APPLICABLE, clause.code(), severity, clause.then());
        }
        return new ClauseMeaning(outcome(requirement, clause.then(), asOf), clause.code(), severity, null);
    }

    /** Before its first day a requirement demands nothing yet: what would be a breach is still ahead. */
    private static Outcome outcome(Requirement requirement, Outcome then, LocalDate asOf) {
        boolean breach = then == Outcome.FAIL || then == Outcome.NOT_ALIGNED;
        return breach && isAhead(requirement, asOf) ? Outcome.PENDING : then;
    }

    /** Whether a requirement's first day is still to come. */
    static boolean isAhead(Requirement requirement, LocalDate asOf) {
        RulePack.@Nullable InForce own = requirement.inForce();
        return own != null && asOf.isBefore(own.from());
    }

    /** Whether a requirement's last day is past. */
    static boolean isHistoric(Requirement requirement, LocalDate asOf) {
        RulePack.@Nullable InForce own = requirement.inForce();
        return own != null && asOf.isAfter(own.to());
    }
}
