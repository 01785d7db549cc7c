package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.Severity;
import org.assay.core.CaseView;
import org.assay.core.Deadline;

/** What is to be answered about cases of which the state is not known: one entry for all of which the same is open. Stateless. */
final class CaseQuestions {
    private static final int SHOWN = 10;

    private CaseQuestions() {}

    private record Open(CaseView one, CaseView.Question question) {
        List<Object> key() {
            return List.of(one.regime(), one.procedure(), question.of(), one.possible());
        }
    }

    static List<Deadline> of(List<CaseView> cases) {
        Map<List<Object>, List<Open>> groups = new LinkedHashMap<>();
        for (CaseView one : cases) {
            CaseView.Question question = one.question();
            if (question != null) {
                Open open = new Open(one, question);
                groups.computeIfAbsent(open.key(), k -> new ArrayList<>()).add(open);
            }
        }
        return groups.values().stream().map(CaseQuestions::deadline).toList();
    }

    /** Where no clock sets a day, it moves with the calendar's first: so the day is no part of its id. */
    private static Deadline deadline(List<Open> group) {
        CaseView one = group.get(0).one();
        CaseView.Question question = group.get(0).question();
        Severity said = one.severity();
        String[] parts = {one.regime(), one.procedure(), question.of(), String.join(",", one.possible()), "question"};
        return new Deadline(
                DeadlineIds.of(Deadline.Kind.CLOCK, LocalDate.EPOCH, parts),
                group.stream()
                        .map(open -> open.question().day())
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                Deadline.Kind.CLOCK,
                said == null ? Severity.HIGH : said,
                one.regime(),
                one.procedure(),
                question.of(),
                question.text(),
                one.source().act() + ", " + one.source().section(),
                group.stream().map(open -> open.one().subject()).limit(SHOWN).toList(),
                group.size(),
                group.stream()
                        .flatMap(open -> open.question().missing().stream())
                        .distinct()
                        .limit(SHOWN)
                        .toList());
    }
}
