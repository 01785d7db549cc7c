package org.assay.core;

/** The life of a pack: {@code staged -> active -> superseded}, or {@code staged -> rejected}. */
public enum PackState {
    /** Checked and kept, not used; also what a roll-back took out of use. */
    STAGED,
    /** Used by audits of its days. */
    ACTIVE,
    /** Was active; higher versions cover all its days. */
    SUPERSEDED,
    /** Was staged; somebody decided against it. */
    REJECTED
}
