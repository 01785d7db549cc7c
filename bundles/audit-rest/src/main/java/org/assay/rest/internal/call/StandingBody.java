package org.assay.rest.internal.call;

import java.util.List;

/** The body that asks for a standing audit. */
public record StandingBody(List<String> regimes) {
    public StandingBody {
        Required.field("regimes", regimes);
        regimes = List.copyOf(regimes);
    }
}
