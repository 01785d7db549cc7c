package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.api.Severity;
import org.assay.core.CaseView;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Text;
import org.assay.engine.procedure.CaseMove;

/** What a case was to have done by a day, and has not. Stateless. */
final class Overdue {
    /** The actor whom an audit is about; it has to end a breach that a record of somebody else's began. */
    static final String OPERATOR = "operator";

    private Overdue() {}

    /**
     * What the clocks asked for that struck on the way into the present state, as long as every state since then is one in which
     * that is still to be done, the first in time first; a chance to do something is over with its day. A breach for which no
     * clock asked for anything, such as a revocation, or one with which the case begins, is told as such: what the operator is to
     * do while it stands, or, where the pack does not say, its title. So is one that began because somebody else let a day pass, if the pack says what the operator
     * is to do then.
     *
     * @return empty where nothing is overdue
     */
    static List<CaseView.Clock> of(Procedure procedure, List<CaseMove> history) {
        List<CaseView.Clock> asked = new ArrayList<>();
        boolean tells = !history.isEmpty() && tells(procedure, history);
        for (int i = history.size() - 1; i >= 0 && keepsTask(procedure, history.get(i)); i--) {
            CaseMove made = history.get(i);
            Procedure.Move move = procedure.moves().get(made.number());
            LocalDate day = made.day();
            boolean left = tells && !move.actor().equals(OPERATOR);
            if (!left && move.isClock() && !move.task().isEmpty() && !move.chance() && day != null) {
                boolean after = move.trigger() == Procedure.Trigger.AFTER;
                asked.add(0, clock(move.to(), day, after, move.actor(), move.task(), Graveness.of(procedure, move)));
            }
        }
        return asked.isEmpty() && !history.isEmpty() ? standing(procedure, history) : asked;
    }

    /** Whether the present state says what the operator is to do while it stands: what others had to do is past then. */
    private static boolean tells(Procedure procedure, List<CaseMove> history) {
        Procedure.State state =
                procedure.states().get(history.get(history.size() - 1).to());
        return state != null && state.stands() && !state.task().isEmpty();
    }

    private static boolean keepsTask(Procedure procedure, CaseMove made) {
        Procedure.State state = procedure.states().get(made.to());
        return made.number() >= 0 && state != null && state.keepsTask();
    }

    /**
     * The last day in time of what a course has missed, or the day before a breach, also one that ended it; empty where there is
     * none, or no day of it is known.
     */
    static Optional<LocalDate> lastInTime(Procedure procedure, List<CaseMove> history) {
        List<CaseView.Clock> late = of(procedure, history);
        if (!late.isEmpty() || history.isEmpty()) {
            return late.stream().findFirst().map(CaseView.Clock::lastDay);
        }
        CaseMove entering = history.get(entering(history));
        LocalDate day = entering.day();
        Procedure.State state = procedure.states().get(entering.to());
        return day == null || state == null || !state.breach()
                ? Optional.empty()
                : Optional.of(lastDay(day, isAfter(procedure, entering)));
    }

    /** A look that leaves the case where it is begins nothing: the breach stands since the state was entered. */
    private static List<CaseView.Clock> standing(Procedure procedure, List<CaseMove> history) {
        CaseMove entering = history.get(entering(history));
        LocalDate day = entering.day();
        Procedure.State state = procedure.states().get(entering.to());
        if (day == null || state == null || !state.stands()) {
            return List.of();
        }
        Text task = state.task().isEmpty() ? state.title() : state.task();
        Severity severity = Graveness.of(procedure, state);
        return List.of(clock(entering.to(), day, isAfter(procedure, entering), OPERATOR, task, severity));
    }

    private static boolean isAfter(Procedure procedure, CaseMove made) {
        return made.number() >= 0 && procedure.moves().get(made.number()).trigger() == Procedure.Trigger.AFTER;
    }

    /** Which move, or the opening, led into the present state. */
    static int entering(List<CaseMove> history) {
        int last = history.size() - 1;
        while (last > 0 && history.get(last).from().equals(history.get(last).to())) {
            last--;
        }
        return last;
    }

    private static CaseView.Clock clock(
            String to, LocalDate day, boolean after, String actor, Text task, Severity severity) {
        LocalDate last = lastDay(day, after);
        return new CaseView.Clock(day, last, to, actor, task.byLanguage(), severity, false, List.of());
    }

    private static LocalDate lastDay(LocalDate day, boolean after) {
        return after ? day : day.minusDays(1);
    }
}
