package org.assay.testkit.mutate;

/**
 * What became of a mutant.
 *
 * @param mutant the change
 * @param fate whether it was noticed
 * @param by what noticed it; empty where nothing did
 */
record Result(Mutant mutant, Fate fate, String by) {

    /** Whether and how a change was noticed. */
    enum Fate {
        /** A case gives another verdict, code or day. */
        KILLED,
        /** All cases hold, but one of the clauses is reached by none of them any more: such a pack is refused. */
        UNREACHED,
        /** The changed pack does not compile: no change of meaning, and not counted. */
        REFUSED,
        /** Nothing notices. */
        SURVIVED,
        /** Nothing notices, and the list of known ones says why nothing can. */
        EXPLAINED
    }
}
