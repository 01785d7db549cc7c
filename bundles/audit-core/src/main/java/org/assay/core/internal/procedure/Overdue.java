package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.List;
import org.assay.core.CaseView;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.CaseMove;
import org.jspecify.annotations.Nullable;

/** What a case was to have done by a day, and has not. Stateless. */
final class Overdue {
    private Overdue() {}

    /**
     * The clock that struck last on the way into the present state, if it asked for something and every state since then is one
     * in which that is still to be done.
     *
     * @return null where nothing is overdue
     */
    static CaseView.@Nullable Clock of(Procedure procedure, List<CaseMove> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            CaseMove made = history.get(i);
            Procedure.State state = procedure.states().get(made.to());
            if (made.number() < 0 || state == null || !state.keepsTask()) {
                return null;
            }
            Procedure.Move move = procedure.moves().get(made.number());
            LocalDate day = made.day();
            if (move.isClock() && !move.task().isEmpty() && day != null) {
                return clock(move, day);
            }
        }
        return null;
    }

    private static CaseView.Clock clock(Procedure.Move move, LocalDate day) {
        LocalDate last = move.trigger() == Procedure.Trigger.AFTER ? day : day.minusDays(1);
        return new CaseView.Clock(
                day, last, move.to(), move.actor(), move.task().byLanguage());
    }
}
