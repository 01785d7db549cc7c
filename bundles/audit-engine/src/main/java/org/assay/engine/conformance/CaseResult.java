package org.assay.engine.conformance;

import java.util.List;
import org.assay.api.Outcome;
import org.assay.engine.fault.Fault;
import org.assay.engine.pack.Position;
import org.jspecify.annotations.Nullable;

/**
 * What became of one worked example.
 *
 * @param requirement the requirement's id
 * @param name the case's name; empty if it has none
 * @param clause the number of the clause that decided, from 0; -1 where none decided alone
 * @param outcome the verdict, of a proposal its forecast; null where there was none to judge
 * @param because its reason; may be empty
 * @param faults why it failed; empty if it holds
 * @param at where it stands in the file
 */
public record CaseResult(
        String requirement,
        String name,
        int clause,
        @Nullable Outcome outcome,
        String because,
        List<Fault> faults,
        Position at) {
    public CaseResult {
        faults = List.copyOf(faults);
    }

    /** Whether the verdict was the one expected. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
