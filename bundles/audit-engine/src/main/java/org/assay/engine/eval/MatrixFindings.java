package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.internal.dossier.Findings;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.CellFilter;
import org.assay.engine.matrix.RowHead;
import org.assay.engine.matrix.VerdictPages;
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

    /** The verdicts of one requirement on some subjects; none named for all. */
    private record Wanted(String requirement, Set<String> subjects, Set<Outcome> outcomes) implements CellFilter {
        @Override
        public boolean row(RowHead head) {
            return head.requirement().equals(requirement);
        }

        @Override
        public boolean cell(RowHead head, int cell) {
            return outcomes.contains(head.outcome(cell));
        }
    }

    @Override
    public DraftBlock.Verdicts of(Dossier.Verdicts block, String kind, List<String> members, String language) {
        List<DraftBlock.Line> lines = new ArrayList<>();
        for (String id : block.requirements()) {
            Requirement requirement = requirements.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            boolean own = requirement.subject().equals(kind);
            lines.add(line(requirement, own ? new HashSet<>(members) : Set.of(), language));
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

    private DraftBlock.Line line(Requirement requirement, Set<String> subjects, String language) {
        SortedMap<Outcome, Long> counts = new TreeMap<>();
        Set<Outcome> asking = new HashSet<>();
        for (Outcome outcome : Outcome.values()) {
            long count = pages(requirement, subjects, Set.of(outcome)).total();
            if (count > 0) {
                counts.put(outcome, count);
            }
            if (outcome.isFinding()) {
                asking.add(outcome);
            }
        }
        VerdictPages findings = pages(requirement, subjects, asking);
        List<DraftBlock.Finding> shown = findings.slice(0, SHOWN).found().stream()
                .map(found -> told(requirement, found, language))
                .toList();
        return new DraftBlock.Line(
                requirement.id(),
                requirement.title().in(language),
                requirement.source().act(),
                requirement.source().section(),
                counts,
                shown,
                findings.total() - shown.size());
    }

    private VerdictPages pages(Requirement requirement, Set<String> subjects, Set<Outcome> outcomes) {
        return new VerdictPages(List.of(matrix()), regime -> new Wanted(requirement.id(), subjects, outcomes));
    }

    private DraftBlock.Finding told(Requirement requirement, VerdictPages.Found found, String language) {
        BitmapRow row = found.row();
        Subject subject =
                new Subject(requirement.subject(), matrix().subjectsOf(row).id(found.subject()));
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
