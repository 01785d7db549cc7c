package org.assay.rest.internal.view;

import java.util.List;
import org.assay.engine.consequence.Alternative;
import org.jspecify.annotations.Nullable;

/** Who could stand in for a function in a part and region, as the API writes it. */
public record AlternativeJson(
        String regime,
        String function,
        @Nullable String domain,
        @Nullable String region,
        int untrusted,
        int open,
        List<Candidate> candidates) {

    /** From what core knows. */
    public static AlternativeJson of(Alternative alternative) {
        return new AlternativeJson(
                alternative.regime(),
                alternative.function(),
                Words.orNone(alternative.domain()),
                Words.orNone(alternative.region()),
                alternative.untrusted(),
                alternative.open(),
                alternative.candidates().stream().map(Candidate::of).toList());
    }

    /** A supplier that could. */
    public record Candidate(
            String supplier,
            String name,
            int here,
            int elsewhere,
            boolean passesAll,
            List<String> distrustedBy,
            List<String> unjudgedBy) {
        static Candidate of(Alternative.Candidate candidate) {
            return new Candidate(
                    candidate.supplier(),
                    candidate.name(),
                    candidate.here(),
                    candidate.elsewhere(),
                    candidate.passesAll(),
                    candidate.distrustedBy(),
                    candidate.unjudgedBy());
        }
    }
}
