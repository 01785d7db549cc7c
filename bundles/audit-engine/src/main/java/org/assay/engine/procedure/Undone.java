package org.assay.engine.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that a case was to have done by a day, and has not.
 *
 * @param day when it was late
 * @param lastDay the last day in time
 * @param to the state that was entered then
 * @param actor who is to act
 * @param task what is to be done
 * @param move the clock that asked for it; null for a breach that stands without one
 */
public record Undone(
        LocalDate day, LocalDate lastDay, String to, String actor, Text task, Procedure.@Nullable Move move) {
    /** The actor whom an audit is about; it has to end a breach that a record of somebody else's began. */
    public static final String OPERATOR = "operator";

    /**
     * What the clocks asked for that struck on the way into the present state, as long as every state since then is one in which
     * that is still to be done, the first in time first; a chance to do something is over with its day. A breach for which no
     * clock asked for anything, such as a revocation, or one with which the case begins, is told as such: what the operator is to
     * do while it stands, or, where the pack does not say, its title. So is one that began because somebody else let a day pass,
     * if the pack says what the operator is to do then.
     *
     * @param history the moves of one course
     * @return empty where nothing is overdue
     */
    public static List<Undone> of(Procedure procedure, List<CaseMove> history) {
        List<Undone> asked = new ArrayList<>();
        boolean tells = !history.isEmpty() && tells(procedure, history);
        for (int i = history.size() - 1; i >= 0 && keepsTask(procedure, history.get(i)); i--) {
            CaseMove made = history.get(i);
            Procedure.Move move = procedure.moves().get(made.number());
            LocalDate day = made.day();
            boolean left = tells && !move.actor().equals(OPERATOR);
            if (!left && move.isClock() && !move.task().isEmpty() && !move.chance() && day != null) {
                LocalDate last = lastDay(procedure, made, day);
                asked.add(0, new Undone(day, last, move.to(), move.actor(), move.task(), move));
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

    /** A look that leaves the case where it is begins nothing: the breach stands since the state was entered. */
    private static List<Undone> standing(Procedure procedure, List<CaseMove> history) {
        CaseMove entering = history.get(entering(history));
        LocalDate day = entering.day();
        Procedure.State state = procedure.states().get(entering.to());
        if (day == null || state == null || !state.stands()) {
            return List.of();
        }
        Text task = state.task().isEmpty() ? state.title() : state.task();
        return List.of(new Undone(day, lastDay(procedure, entering, day), entering.to(), OPERATOR, task, null));
    }

    /** Which move, or the opening, led into the present state. */
    public static int entering(List<CaseMove> history) {
        int last = history.size() - 1;
        while (last > 0 && history.get(last).from().equals(history.get(last).to())) {
            last--;
        }
        return last;
    }

    /** The last day in time before a move: of one that waits for a day to be over, that day. */
    public static LocalDate lastDay(Procedure procedure, CaseMove made, LocalDate day) {
        boolean after =
                made.number() >= 0 && procedure.moves().get(made.number()).trigger() == Procedure.Trigger.AFTER;
        return after ? day : day.minusDays(1);
    }
}
