package org.assay.rest.internal.view;

import java.util.List;
import org.assay.core.Consequences;

/** What follows from an audit by statements of cost and time that came with the call, as the API writes it. */
public record PricedJson(String audit, List<ConsequencesJson.OfRegime> regimes, List<ReplacementJson> replacements) {
    /** From what core knows, with the first components of many. */
    public static PricedJson of(String audit, Consequences.Priced priced, int most) {
        return new PricedJson(
                audit,
                ConsequencesJson.of(audit, priced.views()).regimes(),
                priced.items().stream()
                        .map(item -> ReplacementJson.of(item, most))
                        .toList());
    }
}
