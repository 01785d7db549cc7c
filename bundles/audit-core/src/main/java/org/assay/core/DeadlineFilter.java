package org.assay.core;

import java.util.Set;

/**
 * Which deadlines are wanted; an empty set wants all. Immutable.
 *
 * @param regimes by id; what follows from the facts alone is of no regime
 * @param owners who is to act
 */
public record DeadlineFilter(Set<String> regimes, Set<String> owners) {
    public DeadlineFilter {
        regimes = Set.copyOf(regimes);
        owners = Set.copyOf(owners);
    }

    /** Whether what a regime asks for is wanted. */
    public boolean asksFor(String regime) {
        return regimes.isEmpty() || regimes.contains(regime);
    }

    /** Whether a deadline is wanted. */
    public boolean wants(Deadline one) {
        return asksFor(one.regime()) && (owners.isEmpty() || owners.contains(one.owner()));
    }
}
