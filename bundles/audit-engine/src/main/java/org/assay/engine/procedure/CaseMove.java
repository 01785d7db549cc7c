package org.assay.engine.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One move of a case.
 *
 * @param number which move of the procedure it was, from 0; -1 for the opening
 * @param day when; null where that is not known
 * @param from the state left; empty for the opening
 * @param to the state entered
 * @param actor who moved, or whose silence did; empty for the opening
 * @param evidence the id of the record that is the move; empty where a clock struck
 * @param document the digest of its document; empty where there is none
 */
public record CaseMove(
        int number, @Nullable LocalDate day, String from, String to, String actor, String evidence, String document) {}
