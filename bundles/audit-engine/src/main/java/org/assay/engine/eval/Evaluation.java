package org.assay.engine.eval;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.assay.api.Subject;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.Expr;
import org.assay.engine.procedure.ProcedureCase;

/**
 * One snapshot under one pack on one day. Deterministic: the same inputs give the same answers. Safe for use by one
 * thread at a time; it holds indexes of the snapshot, so keep it while several answers about the same audit are wanted.
 * A question whose answer would take too many steps in all is refused by a {@link org.assay.engine.fault.FaultException}
 * that names the expression at work.
 */
public interface Evaluation {

    /**
     * Judges every requirement for every subject.
     *
     * @param progress told now and then how many verdicts are done, in rising numbers, by one thread at a time but not always
     *     by the caller's
     */
    VerdictMatrix evaluate(LongConsumer progress);

    /** As {@link #evaluate}; the verdicts as sets of subjects, which is the form that is kept. */
    default BitmapMatrix judge(LongConsumer progress) {
        return evaluate(progress).compact();
    }

    /** How many verdicts {@link #evaluate} will give. */
    long size();

    /**
     * Why a requirement has its verdict for a subject, clause by clause.
     *
     * @param language of the texts, such as {@code en}; English where the pack has no other
     * @throws IllegalArgumentException if the pack has no such requirement, or the facts no such subject
     */
    Explanation explain(String requirement, Subject subject, String language);

    /** As {@link #explain(String, Subject, String)} in several languages, in their order; both evaluators run the rule once for all. */
    default Map<String, Explanation> explain(String requirement, Subject subject, Collection<String> languages) {
        Map<String, Explanation> byLanguage = new LinkedHashMap<>();
        languages.forEach(language -> byLanguage.put(language, explain(requirement, subject, language)));
        return byLanguage;
    }

    /**
     * The shares that a rule found over their limits, and the fewest components to replace for each.
     *
     * @param dueDays says by when something must be done about a component anyway; asked only where the weights leave a choice
     * @return none where the rule is about components, its verdict asks nobody to act, or it compares no share
     * @throws IllegalArgumentException if the pack has no such requirement, or the facts no such subject
     */
    List<CapView> caps(String requirement, Subject subject, CapView.DueDays dueDays);

    /** Every measure of the pack with its groups. */
    List<MeasureView> measures();

    /** Every case of the pack's procedures as it stands on the as-of day, by procedure and what opened it. */
    List<ProcedureCase> cases();

    /** Whom to ask what for a fact that is missing, by its path, such as that of a case or of its clock. */
    Ask ask(String path);

    /**
     * The next day on which a verdict may differ from that of the day before, although no fact and no pack changes: a date in
     * the facts, in the pack or of a case is reached. Every day before it has the verdicts of the as-of day.
     *
     * @param within how many days ahead to look, at least 1; beyond them the day after the last one is named
     */
    TurningDay turn(int within);

    /**
     * The next days on which a verdict may differ from that of the day before, in their order, without those after the first on
     * which a case may move or evidence comes to be seen: on the last of them it has to be asked again. Empty if there are none.
     *
     * @param within how many days ahead to look, at least 1
     */
    List<TurningDay> turns(int within);

    /** Whether a loop of an expression took more steps for one record than it may, which is an error of that expression. */
    default boolean isExhausted() {
        return false;
    }

    /** The first expression with such a loop, where it is known. */
    default Optional<Expr> exhaustedAt() {
        return Optional.empty();
    }

    /**
     * A dossier as far as the facts go.
     *
     * @param dossier its name in the pack
     * @param language of its texts; empty for the one in which it is filed
     * @throws IllegalArgumentException if the pack has no such dossier
     */
    DossierDraft draft(String dossier, String language);

    /** The facts as its rules see them: those delivered, with the evidence that cases made or changed. */
    NetworkFacts facts();
}
