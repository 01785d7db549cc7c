package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.api.Severity;
import org.assay.core.CaseView;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.CaseMove;
import org.assay.engine.procedure.Undone;

/** What a case was to have done by a day, and has not, with its weight. Stateless. */
final class Overdue {
    /** The actor whom an audit is about; it has to end a breach that a record of somebody else's began. */
    static final String OPERATOR = Undone.OPERATOR;

    private Overdue() {}

    /**
     * What is undone.
     *
     * @return empty where nothing is overdue
     * @see Undone#of
     */
    static List<CaseView.Clock> of(Procedure procedure, List<CaseMove> history) {
        return Undone.of(procedure, history).stream()
                .map(one -> clock(procedure, one))
                .toList();
    }

    /**
     * The last day in time of what a course has missed, or the day before a breach, also one that ended it; empty where there is
     * none, or no day of it is known.
     */
    static Optional<LocalDate> lastInTime(Procedure procedure, List<CaseMove> history) {
        List<Undone> late = Undone.of(procedure, history);
        if (!late.isEmpty() || history.isEmpty()) {
            return late.stream().findFirst().map(Undone::lastDay);
        }
        CaseMove entering = history.get(entering(history));
        LocalDate day = entering.day();
        Procedure.State state = procedure.states().get(entering.to());
        return day == null || state == null || !state.breach()
                ? Optional.empty()
                : Optional.of(Undone.lastDay(procedure, entering, day));
    }

    /** Which move, or the opening, led into the present state. */
    static int entering(List<CaseMove> history) {
        return Undone.entering(history);
    }

    private static CaseView.Clock clock(Procedure procedure, Undone one) {
        Procedure.Move move = one.move();
        Severity severity = move == null
                ? Graveness.of(
                        procedure, Objects.requireNonNull(procedure.states().get(one.to())))
                : Graveness.of(procedure, move);
        return new CaseView.Clock(
                one.day(), one.lastDay(), one.to(), one.actor(), one.task().byLanguage(), severity, false, List.of());
    }
}
