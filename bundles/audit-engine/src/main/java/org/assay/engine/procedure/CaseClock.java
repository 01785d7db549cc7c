package org.assay.engine.procedure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.pack.Text;

/**
 * A clock that runs in a case.
 *
 * @param number which move of the procedure it is, from 0
 * @param day when it strikes if nothing happens before; for one that waits {@code after} a day, that day is the last in time
 * @param lastDay the last day in time
 * @param to the state that it leads to
 * @param actor who is to act until then
 * @param task what is to be done; may be empty
 * @param idle whether, by all that is known, its condition will not hold on its day, or a clock before it ends the case: then
 *     nobody has to act. Looked at where it has a task
 * @param missing the paths of the facts for want of which that is not known; empty where it is
 */
public record CaseClock(
        int number,
        LocalDate day,
        LocalDate lastDay,
        String to,
        String actor,
        Text task,
        boolean idle,
        SortedSet<String> missing) {
    public CaseClock {
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /** Whether somebody is to act, for all that is known. */
    public boolean asks() {
        return !idle && !task.isEmpty();
    }

    /** The same, for want of other facts. */
    public CaseClock missing(SortedSet<String> facts) {
        return new CaseClock(number, day, lastDay, to, actor, task, idle, facts);
    }
}
