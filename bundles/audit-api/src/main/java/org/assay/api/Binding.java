package org.assay.api;

/** How strongly a requirement binds its addressee. */
public enum Binding {
    /** A statute, ordinance, direction or order. */
    LAW,
    /** An agreement, binding its parties. */
    CONTRACT,
    /** A text that recommends; never yields FAIL. */
    ADVISORY,
    /** A text that is not in force; gives NOT_APPLICABLE and a forecast. */
    PROPOSAL
}
