package org.assay.core.internal.audit;

import java.util.List;
import org.assay.engine.matrix.BitmapMatrix;

/**
 * A matrix with its groups.
 *
 * @param matrix the verdicts
 * @param groups the same, by requirement, outcome and severity
 */
record Verdicts(BitmapMatrix matrix, List<Group> groups) {
    Verdicts {
        groups = List.copyOf(groups);
    }

    static Verdicts of(BitmapMatrix matrix) {
        return new Verdicts(matrix, Group.of(matrix));
    }
}
