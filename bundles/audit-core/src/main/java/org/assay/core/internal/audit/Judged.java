package org.assay.core.internal.audit;

import java.util.List;
import org.assay.core.store.AuditRow;
import org.assay.engine.matrix.BitmapMatrix;

/**
 * A finished audit with its verdicts.
 *
 * @param row the audit
 * @param parts one for each regime, in the order of the request
 * @param waived the waivers that count for it
 */
record Judged(AuditRow row, List<Part> parts, Waived waived) {
    Judged {
        parts = List.copyOf(parts);
    }

    /**
     * One regime's verdicts.
     *
     * @param row what it is pinned to
     * @param matrix the verdicts
     */
    record Part(AuditRow.Part row, BitmapMatrix matrix) {}

    /** The verdicts of all regimes. */
    List<BitmapMatrix> matrices() {
        return parts.stream().map(Part::matrix).toList();
    }

    /** The part of a regime. */
    Part part(String regime) {
        return parts.stream()
                .filter(part -> part.row().regime().equals(regime))
                .findFirst()
                .orElseThrow();
    }
}
