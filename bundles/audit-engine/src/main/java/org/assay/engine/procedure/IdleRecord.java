package org.assay.engine.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evidence about a case that moved nothing, and why. Immutable.
 *
 * @param evidence its id
 * @param state the state of the case in which it came
 * @param why what stood in the way
 * @param actor for {@link Why#ACTOR} whose record it would have to be; else empty
 * @param day for {@link Why#LATER} from when on it takes effect; else, and where that is not known, null
 */
public record IdleRecord(String evidence, String state, Why why, String actor, @Nullable LocalDate day) {
    /** A record that came, and moved nothing. */
    public IdleRecord(String evidence, String state, Why why, String actor) {
        this(evidence, state, why, actor, null);
    }

    /** A record of which the day is still to come. */
    public static IdleRecord later(String evidence, String state, @Nullable LocalDate day) {
        return new IdleRecord(evidence, state, Why.LATER, "", day);
    }

    /** What stood in the way; of several moves, the reason of the one that came furthest. */
    public enum Why {
        /** Nothing waits for such a record in that state. */
        STATE,
        /** It is not the record of who decides. */
        ACTOR,
        /** The condition of the move does not hold. */
        CONDITION,
        /** A document that the move needs is not there. */
        DOCUMENT,
        /** Facts are missing: it may have moved the case. */
        UNKNOWN,
        /** It takes effect after the day of the audit. */
        LATER
    }
}
