package org.assay.api;

/** What a requirement says of one subject on one day. The order is the order in which tables show them. */
public enum Outcome {
    /** A binding demand is not met. */
    FAIL,
    /** A text is not followed that does not bind this subject. */
    NOT_ALIGNED,
    /** A non-binding text is followed in part. */
    PARTIAL,
    /** The rule itself broke; never a finding about the network. */
    ERROR,
    /** A fact or a legal text is missing; the verdict names it, whom to ask, and the question. */
    UNKNOWN,
    /** The law or the facts need a person's judgement; the reason says which. */
    REVIEW,
    /** What is demanded today is there, but something named must still be done. */
    WARN,
    /** Nothing is demanded until a day still ahead, and what it will demand is not there. */
    PENDING,
    /** The demand is met on the as-of date. */
    PASS,
    /** The demand does not concern this subject; the reason says why. */
    NOT_APPLICABLE;

    /** Whether somebody is asked to act: everything but PASS and NOT_APPLICABLE. */
    public boolean isFinding() {
        return this != PASS && this != NOT_APPLICABLE;
    }
}
