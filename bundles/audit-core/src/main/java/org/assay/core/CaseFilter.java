package org.assay.core;

import java.util.Set;

/**
 * Which cases are wanted; an empty set wants all. Immutable.
 *
 * @param regimes by id
 * @param procedures by name
 * @param subjects by the id of the record that opened the case
 * @param open only those that can still move
 */
public record CaseFilter(Set<String> regimes, Set<String> procedures, Set<String> subjects, boolean open) {
    public CaseFilter {
        regimes = Set.copyOf(regimes);
        procedures = Set.copyOf(procedures);
        subjects = Set.copyOf(subjects);
    }

    /** Whether a case is wanted. */
    public boolean wants(CaseView one) {
        return in(regimes, one.regime())
                && in(procedures, one.procedure())
                && in(subjects, one.subject().id())
                && !(open && one.ended());
    }

    private static boolean in(Set<String> wanted, String word) {
        return wanted.isEmpty() || wanted.contains(word);
    }
}
