package org.assay.core;

/** Where a pack is in its life. */
public enum PackState {
    /** Checked and kept, not used. */
    STAGED,
    /** Staged, and somebody said that it may become active. */
    APPROVED,
    /** Used for the days it is in force. */
    ACTIVE,
    /** Active packs of higher versions cover all its days. */
    SUPERSEDED,
    /** Taken out of use when somebody went back to a lower version. */
    ROLLED_BACK,
    /** Decided against. */
    REJECTED
}
