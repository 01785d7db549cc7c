package org.assay.core.internal.audit;

import java.util.List;
import org.assay.engine.eval.VerdictMatrix;

/**
 * A matrix with its groups.
 *
 * @param matrix the verdicts
 * @param groups the same, by requirement, outcome and severity
 */
record Verdicts(VerdictMatrix matrix, List<Group> groups) {
    Verdicts {
        groups = List.copyOf(groups);
    }

    static Verdicts of(VerdictMatrix matrix) {
        return new Verdicts(matrix, Group.of(matrix));
    }
}
