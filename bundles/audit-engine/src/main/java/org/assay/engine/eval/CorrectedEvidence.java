package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.Set;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.world.Corrections;

/** Which records of evidence were taken back by a correction. Stateless. */
public final class CorrectedEvidence {
    private CorrectedEvidence() {}

    /** The ids of those that a correction which came up to a day is about, unless that one was taken back in turn. */
    public static Set<String> asOf(NetworkFacts facts, LocalDate day) {
        return Corrections.asOf(facts, day).corrected();
    }
}
