package org.assay.engine.consequence;

/** How far a regime trusts a component that stands in a network, the least first. */
public enum Trust {
    /** It does not: a demand to do without it is not met. */
    UNTRUSTED,
    /** Not from a day that is still ahead. */
    AHEAD,
    /** It cannot be told: a person must judge, or facts are missing. */
    OPEN
}
