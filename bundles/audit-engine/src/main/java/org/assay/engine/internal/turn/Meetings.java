package org.assay.engine.internal.turn;

import java.util.Set;
import org.assay.engine.internal.turn.Crossings.Turn;

/** Comparisons of dates, each of which may come about in several ways. */
record Meetings(Crossings crossings) {

    /** Two dates are compared; it is told how the truth turns as the first one moves on. */
    void meet(Set<DayForm> first, Set<DayForm> second, Turn turn) {
        for (DayForm one : first) {
            for (DayForm other : second) {
                if (one instanceof DayForm.Moving moving) {
                    meet(moving, other, turn);
                } else if (other instanceof DayForm.Moving moving) {
                    meet(moving, one, turn.mirrored());
                }
            }
        }
    }

    private void meet(DayForm.Moving moving, DayForm other, Turn turn) {
        if (other instanceof DayForm.Fixed fixed) {
            crossings.meet(moving.shift(), fixed, turn);
        } else if (other instanceof DayForm.Moving also) {
            boolean together = moving.shift().equals(also.shift())
                    || moving.shift().isExact() && also.shift().isExact();
            if (!together) {
                crossings.every("a rule compares the day with itself, moved");
            }
        } else {
            crossings.every("a rule compares the day with one that is worked out");
        }
    }
}
