package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.core.Audits;
import org.assay.core.Deadline;
import org.assay.core.Finding;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;

/** What the findings of an audit make due: one entry for each requirement and day. */
final class FindingDays {
    private static final int PAGES = 5;
    private static final int SHOWN = 10;
    private static final VerdictFilter DUE = new VerdictFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(Outcome.WARN, Outcome.PENDING, Outcome.FAIL, Outcome.NOT_ALIGNED, Outcome.PARTIAL),
            Set.of(),
            false);

    private FindingDays() {}

    /** Reads the gravest 5,000 findings: what is beyond them is in the audit itself. */
    static List<Deadline> of(Audits audits, String audit) {
        Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
        String cursor = null;
        for (int page = 0; page < PAGES && (page == 0 || cursor != null); page++) {
            Page<Finding> findings = audits.findings(audit, DUE, new PageRequest(cursor, PageRequest.MAX_LIMIT));
            for (Finding finding : findings.items()) {
                Verdict verdict = finding.verdict();
                if (verdict.due() != null) {
                    List<Object> key = List.of(verdict.regime(), verdict.requirement(), verdict.code(), verdict.due());
                    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
                }
            }
            cursor = findings.nextCursor();
        }
        return groups.values().stream().map(FindingDays::one).toList();
    }

    private static Deadline one(List<Finding> group) {
        Finding first = group.get(0);
        Verdict verdict = first.verdict();
        List<Subject> subjects = group.stream()
                .map(finding -> finding.verdict().subject())
                .limit(SHOWN)
                .toList();
        LocalDate day = Objects.requireNonNull(verdict.due());
        return new Deadline(
                DeadlineIds.of(Deadline.Kind.FINDING, day, verdict.regime(), verdict.requirement(), verdict.code()),
                day,
                Deadline.Kind.FINDING,
                verdict.severity(),
                verdict.regime(),
                verdict.requirement(),
                first.addressee().name().toLowerCase(Locale.ROOT),
                verdict.remedy().isEmpty() ? verdict.because() : verdict.remedy(),
                first.source().act() + ", " + first.source().section(),
                subjects,
                group.size());
    }
}
