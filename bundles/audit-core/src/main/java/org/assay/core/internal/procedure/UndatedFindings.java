package org.assay.core.internal.procedure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.CaseView;
import org.assay.core.PageRequest;
import org.assay.core.Procedures.Undated;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.pack.RuleSets;
import org.assay.engine.pack.Requirement;

/**
 * What an audit finds broken without a day: no calendar shows it, and an empty one would read as in order. What a case tells as
 * overdue is in the calendar, so it is not counted.
 *
 * @param cases those of the network on the calendar's first day
 */
record UndatedFindings(Audits audits, RuleSets rules, List<CaseView> cases) {
    private static final int MOST = 500;

    /** How much; of a requirement whose breaches may have days the gravest 500 are looked at. Empty where there is nothing. */
    Optional<Undated> of(AuditView audit, String regime) {
        AuditView.RegimePart part = audit.regimes().stream()
                .filter(one -> one.regime().equals(regime))
                .findFirst()
                .orElseThrow();
        SortedMap<Severity, Long> verdicts = new TreeMap<>();
        int requirements = 0;
        for (Requirement requirement : rules.of(part.packDigest()).pack().requirements()) {
            SortedMap<Severity, Long> own = of(audit.id(), regime, requirement);
            own.forEach((severity, count) -> verdicts.merge(severity, count, Long::sum));
            requirements += own.isEmpty() ? 0 : 1;
        }
        return requirements == 0
                ? Optional.empty()
                : Optional.of(new Undated(regime, audit.id(), requirements, verdicts));
    }

    private SortedMap<Severity, Long> of(String audit, String regime, Requirement requirement) {
        List<Requirement.Clause> failing = requirement.decide().stream()
                .filter(clause -> clause.then() == Outcome.FAIL)
                .toList();
        SortedMap<Severity, Long> counts = new TreeMap<>();
        Set<String> told = told(regime, requirement);
        if (failing.stream().noneMatch(clause -> clause.due() == null)) {
            return counts;
        }
        if (failing.stream().anyMatch(clause -> clause.due() != null)) {
            audits
                    .verdicts(audit, failed(regime, requirement, Set.of(), Set.of()), new PageRequest(null, MOST))
                    .items()
                    .stream()
                    .filter(verdict -> verdict.due() == null)
                    .filter(verdict -> !told.contains(verdict.subject().id()))
                    .forEach(verdict -> counts.merge(verdict.severity(), 1L, Long::sum));
            return counts;
        }
        for (Severity severity : severities(requirement, failing)) {
            long all = count(audit, failed(regime, requirement, Set.of(severity), Set.of()));
            long count = all == 0 || told.isEmpty()
                    ? all
                    : all - count(audit, failed(regime, requirement, Set.of(severity), told));
            if (count > 0) {
                counts.put(severity, count);
            }
        }
        return counts;
    }

    private static SortedSet<Severity> severities(Requirement requirement, List<Requirement.Clause> clauses) {
        SortedSet<Severity> all = new TreeSet<>();
        for (Requirement.Clause clause : clauses) {
            Severity own = clause.severity();
            all.add(own == null ? requirement.severity() : own);
        }
        return all;
    }

    /** The subjects of which a case tells the same duty as overdue: of the procedure that the rule names, or of the same law. */
    private Set<String> told(String regime, Requirement requirement) {
        return cases.stream()
                .filter(one -> one.regime().equals(regime) && !one.overdue().isEmpty())
                .filter(one -> one.subject().kind().equals(requirement.subject()))
                .filter(one -> one.procedure().equals(requirement.clockedBy())
                        || isSameLaw(one.source(), requirement.source()))
                .map(one -> one.subject().id())
                .collect(Collectors.toSet());
    }

    private static boolean isSameLaw(LegalSource one, LegalSource other) {
        return one.act().equals(other.act()) && one.section().equals(other.section());
    }

    private long count(String audit, VerdictFilter filter) {
        return audits.verdicts(audit, filter, new PageRequest(null, 1)).total();
    }

    private static VerdictFilter failed(
            String regime, Requirement requirement, Set<Severity> severities, Set<String> subjects) {
        return new VerdictFilter(
                Set.of(regime), Set.of(requirement.id()), Set.of(), subjects, Set.of(Outcome.FAIL), severities, false);
    }
}
