package org.assay.rest.internal.view;

import java.util.List;
import org.assay.core.StandingView;
import org.jspecify.annotations.Nullable;

/** A standing audit as the API writes it. */
public record StandingJson(
        String network,
        List<String> regimes,
        String setAt,
        String setBy,
        @Nullable String audit,
        List<AuditJson.Stale> stale,
        @Nullable String nextDay,
        @Nullable String nextBecause,
        @Nullable String problem) {

    /** From what core knows. */
    public static StandingJson of(StandingView standing) {
        return new StandingJson(
                standing.network(),
                standing.regimes(),
                standing.setAt().toString(),
                standing.setBy(),
                standing.audit(),
                standing.stale().stream().map(AuditJson.Stale::of).toList(),
                Words.day(standing.nextDay()),
                Words.orNone(standing.nextBecause()),
                standing.problem());
    }
}
