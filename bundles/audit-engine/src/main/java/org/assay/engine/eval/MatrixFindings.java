package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.internal.dossier.Findings;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.SubjectIds;
import org.assay.engine.matrix.SubjectSet;
import org.assay.engine.pack.Dossier;
import org.assay.engine.pack.Requirement;
import org.jspecify.annotations.Nullable;

/** Reads verdicts for a dossier: counts from the matrix, reasons from the interpreter. Used by one thread. */
final class MatrixFindings implements Findings {
    private static final int SHOWN = 50;
    private static final int QUESTIONS = 5;

    private final List<Requirement> requirements;
    private final Supplier<BitmapMatrix> judge;
    private final Evaluation evaluation;
    private @Nullable BitmapMatrix matrix;

    /**
     * Over an evaluation.
     *
     * @param judge asked once, and only where a dossier shows verdicts
     */
    MatrixFindings(List<Requirement> requirements, Supplier<BitmapMatrix> judge, Evaluation evaluation) {
        this.requirements = requirements;
        this.judge = judge;
        this.evaluation = evaluation;
    }

    @Override
    public DraftBlock.Verdicts of(Dossier.Verdicts block, Map<String, List<String>> members, String language) {
        List<DraftBlock.Line> lines = new ArrayList<>();
        Map<SubjectIds, SubjectSet> own = new HashMap<>();
        for (String id : block.requirements()) {
            Requirement requirement = requirements.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            BitmapRow row = matrix().rows().get(id);
            List<String> some = members.get(requirement.subject());
            SubjectSet subjects = some == null
                    ? SubjectSet.all(row.subjects())
                    : own.computeIfAbsent(matrix().subjectsOf(row), ids -> ids.find(some));
            lines.add(line(requirement, row, subjects, language));
        }
        return new DraftBlock.Verdicts(block.title().in(language), lines);
    }

    private BitmapMatrix matrix() {
        BitmapMatrix known = matrix;
        if (known == null) {
            known = judge.get();
            matrix = known;
        }
        return known;
    }

    private DraftBlock.Line line(Requirement requirement, BitmapRow row, SubjectSet subjects, String language) {
        SortedMap<Outcome, Long> counts = new TreeMap<>();
        SortedMap<Outcome, SortedMap<Severity, Set<Integer>>> asking = new TreeMap<>();
        for (BitmapRow.Count some : row.counts()) {
            Outcome outcome = row.head().outcome(some.cell());
            int count = row.set(cell -> cell == some.cell()).common(subjects);
            if (count > 0) {
                counts.merge(outcome, (long) count, Long::sum);
            }
            if (count > 0 && outcome.isFinding()) {
                asking.computeIfAbsent(outcome, any -> new TreeMap<>())
                        .computeIfAbsent(row.head().severity(some.cell()), any -> new HashSet<>())
                        .add(some.cell());
            }
        }
        List<DraftBlock.Finding> shown = new ArrayList<>();
        long all = counts.entrySet().stream()
                .filter(some -> some.getKey().isFinding())
                .mapToLong(Map.Entry::getValue)
                .sum();
        for (SortedMap<Severity, Set<Integer>> bySeverity : asking.values()) {
            for (Set<Integer> cells : bySeverity.values()) {
                if (shown.size() < SHOWN) {
                    PrimitiveIterator.OfInt next =
                            row.set(cells::contains).and(subjects).from(0);
                    while (next.hasNext() && shown.size() < SHOWN) {
                        shown.add(told(requirement, row, next.nextInt(), language));
                    }
                }
            }
        }
        return new DraftBlock.Line(
                requirement.id(),
                requirement.title().in(language),
                requirement.source().act(),
                requirement.source().section(),
                counts,
                shown,
                all - shown.size());
    }

    private DraftBlock.Finding told(Requirement requirement, BitmapRow row, int number, String language) {
        Subject subject =
                new Subject(requirement.subject(), matrix().subjectsOf(row).id(number));
        Explanation why = evaluation.explain(requirement.id(), subject, language);
        return new DraftBlock.Finding(subject, why.outcome(), because(why), why.due());
    }

    /** A reason; where facts are missing, the questions, because paths say nothing to who reads a document. */
    private static String because(Explanation why) {
        boolean asked = why.outcome() == Outcome.UNKNOWN && why.clause() < 0;
        return why.missing().isEmpty() || !asked
                ? why.because()
                : why.missing().stream()
                        .map(Explanation.Missing::question)
                        .distinct()
                        .limit(QUESTIONS)
                        .collect(Collectors.joining(" "));
    }
}
