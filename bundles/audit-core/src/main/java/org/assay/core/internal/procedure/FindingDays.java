package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.Deadline;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.pack.RuleSets;
import org.assay.engine.facts.Kind;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Requirement;

/**
 * What the verdicts of audits make due: one entry for each requirement and day. A verdict that names a day is told also where
 * it passes: what is in order today is due again.
 *
 * @param clocks what cases tell already of records of evidence and of components
 * @param then what they told when the audit was made: what was done since is not asked for again by a verdict that does not know it
 */
record FindingDays(Audits audits, RuleSets rules, ClockedRecords clocks, ClockedRecords then) {
    private static final int MOST = 500;
    private static final int SHOWN = 10;
    private static final Set<Outcome> SURE =
            EnumSet.of(Outcome.PASS, Outcome.WARN, Outcome.PENDING, Outcome.FAIL, Outcome.NOT_ALIGNED, Outcome.PARTIAL);

    /** Reads the gravest 500 verdicts of each requirement that names days: what is beyond them is in the audit itself. */
    List<Deadline> of(AuditView audit, String regime) {
        AuditView.RegimePart part = audit.regimes().stream()
                .filter(one -> one.regime().equals(regime))
                .findFirst()
                .orElseThrow();
        List<Deadline> all = new ArrayList<>();
        for (Requirement requirement : rules.of(part.packDigest()).pack().requirements()) {
            Set<Outcome> dated = dated(requirement, audit.asOf());
            if (!dated.isEmpty()) {
                all.addAll(of(audit, regime, requirement, dated));
            }
        }
        return all;
    }

    /** The outcomes of a requirement that may come with a day. */
    private static Set<Outcome> dated(Requirement requirement, LocalDate asOf) {
        Set<Outcome> dated = EnumSet.noneOf(Outcome.class);
        requirement.decide().stream()
                .filter(clause -> clause.due() != null)
                .forEach(clause -> dated.add(clause.then()));
        boolean breaches =
                requirement.inForce() != null && requirement.inForce().from().isAfter(asOf);
        if (breaches || dated.contains(Outcome.FAIL) || dated.contains(Outcome.NOT_ALIGNED)) {
            dated.add(Outcome.PENDING);
        }
        dated.retainAll(SURE);
        return dated;
    }

    private List<Deadline> of(AuditView audit, String regime, Requirement requirement, Set<Outcome> dated) {
        VerdictFilter filter =
                new VerdictFilter(Set.of(regime), Set.of(requirement.id()), Set.of(), Set.of(), dated, Set.of(), false);
        Page<Verdict> verdicts = audits.verdicts(audit.id(), filter, new PageRequest(null, MOST));
        Map<List<Object>, List<Verdict>> groups = new LinkedHashMap<>();
        for (Verdict verdict : verdicts.items()) {
            LocalDate due = verdict.due();
            if (due != null
                    && !isPlanHeld(verdict, due, audit.asOf())
                    && !isClocked(clocks, requirement, verdict, due)
                    && !isClocked(then, requirement, verdict, due)) {
                groups.computeIfAbsent(List.of(verdict.code(), due), k -> new ArrayList<>())
                        .add(verdict);
            }
        }
        return groups.values().stream().map(group -> one(requirement, group)).toList();
    }

    /** Nothing is demanded yet, and the day was past when that was judged: what was planned for it has been held. */
    private static boolean isPlanHeld(Verdict verdict, LocalDate due, LocalDate asOf) {
        return verdict.outcome() == Outcome.PENDING && due.isBefore(asOf);
    }

    /**
     * Whether a case of the record or component on which the verdict is has a clock for the same day: one duty is told once. Of
     * suppliers, sites and the operator, several duties may well have one day; there the pack says which procedure tells it.
     */
    private static boolean isClocked(ClockedRecords clocks, Requirement requirement, Verdict verdict, LocalDate due) {
        String procedure = requirement.clockedBy();
        if (!procedure.isEmpty() && clocks.tell(verdict.regime(), procedure, verdict.subject(), due)) {
            return true;
        }
        String kind = verdict.subject().kind();
        return (kind.startsWith(Procedure.EVIDENCE) || kind.equals(Kind.COMPONENT.word()))
                && clocks.tell(verdict.regime(), verdict.subject().id(), due);
    }

    private static Deadline one(Requirement requirement, List<Verdict> group) {
        Verdict verdict = group.get(0);
        List<Subject> subjects =
                group.stream().map(Verdict::subject).limit(SHOWN).toList();
        LocalDate day = Objects.requireNonNull(verdict.due());
        return new Deadline(
                DeadlineIds.of(Deadline.Kind.FINDING, day, verdict.regime(), verdict.requirement(), verdict.code()),
                day,
                Deadline.Kind.FINDING,
                verdict.severity(),
                verdict.regime(),
                verdict.requirement(),
                requirement.addressee().name().toLowerCase(Locale.ROOT),
                verdict.remedy().isEmpty() ? verdict.because() : verdict.remedy(),
                requirement.source().act() + ", " + requirement.source().section(),
                subjects,
                group.size(),
                List.of());
    }
}
