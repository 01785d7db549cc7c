package org.assay.engine.procedure;

import java.time.LocalDate;
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
 */
public record CaseClock(int number, LocalDate day, LocalDate lastDay, String to, String actor, Text task) {}
