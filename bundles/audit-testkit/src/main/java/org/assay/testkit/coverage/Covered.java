package org.assay.testkit.coverage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.api.Addressee;
import org.assay.api.Outcome;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/**
 * A requirement with the outcomes that it can give and the number of cases that show each.
 *
 * @param requirement as its latest edition writes it
 * @param cases the number of cases by outcome; every outcome that it can give is there, if with none
 */
record Covered(Requirement requirement, Map<Outcome, Integer> cases) {
    Covered {
        cases = Collections.unmodifiableMap(new EnumMap<>(cases));
    }

    /** A requirement of an edition with its own cases and those beside the pack. */
    static Covered of(RulePack pack, Requirement requirement, List<Requirement.Case> beside, boolean neverUnknown) {
        Map<Outcome, Integer> cases = new EnumMap<>(Outcome.class);
        outcomes(pack, requirement).forEach(outcome -> cases.put(outcome, 0));
        if (neverUnknown) {
            cases.remove(Outcome.UNKNOWN);
        }
        requirement.cases().forEach(one -> cases.merge(one.expect(), 1, Integer::sum));
        beside.forEach(one -> cases.merge(one.expect(), 1, Integer::sum));
        return new Covered(requirement, cases);
    }

    /** This and the same requirement of another edition. */
    Covered and(Covered other) {
        Map<Outcome, Integer> both = new EnumMap<>(Outcome.class);
        both.putAll(cases);
        other.cases.forEach((outcome, count) -> both.merge(outcome, count, Integer::sum));
        return new Covered(requirement, both);
    }

    /** What its list can give: the outcomes of its clauses; unknown where they differ; pending before its first day. */
    private static SortedSet<Outcome> outcomes(RulePack pack, Requirement requirement) {
        if (requirement.addressee() == Addressee.STATE) {
            return new TreeSet<>(List.of(Outcome.NOT_APPLICABLE));
        }
        TreeSet<Outcome> outcomes = requirement.decide().stream()
                .map(Requirement.Clause::then)
                .collect(Collectors.toCollection(TreeSet::new));
        if (outcomes.size() > 1) {
            outcomes.add(Outcome.UNKNOWN);
        }
        RulePack.InForce own = requirement.inForce();
        boolean breach = outcomes.contains(Outcome.FAIL) || outcomes.contains(Outcome.NOT_ALIGNED);
        if (breach && own != null && own.from().isAfter(pack.inForce().from())) {
            outcomes.add(Outcome.PENDING);
        }
        return outcomes;
    }

    /** The outcomes that no case shows. */
    List<Outcome> unshown() {
        return cases.entrySet().stream()
                .filter(one -> one.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    int count() {
        return cases.values().stream().mapToInt(Integer::intValue).sum();
    }
}
