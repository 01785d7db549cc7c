package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
     * clock asked for anything, such as a revocation, is told as such: what the operator is to do while it stands, or, where the
     * pack does not say, its title. So is one that began because somebody else let a day pass, if the pack says what the operator
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
                asked.add(0, clock(move, day, move.actor(), move.task()));
            }
        }
        return asked.isEmpty() ? standing(procedure, history) : asked;
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

    private static List<CaseView.Clock> standing(Procedure procedure, List<CaseMove> history) {
        CaseMove last = history.get(history.size() - 1);
        LocalDate day = last.day();
        Procedure.State state = procedure.states().get(last.to());
        if (day == null || last.number() < 0 || state == null || !state.stands()) {
            return List.of();
        }
        Procedure.Move move = procedure.moves().get(last.number());
        return List.of(clock(move, day, OPERATOR, state.task().isEmpty() ? state.title() : state.task()));
    }

    private static CaseView.Clock clock(Procedure.Move move, LocalDate day, String actor, Text task) {
        LocalDate last = move.trigger() == Procedure.Trigger.AFTER ? day : day.minusDays(1);
        return new CaseView.Clock(day, last, move.to(), actor, task.byLanguage(), false, List.of());
    }
}
