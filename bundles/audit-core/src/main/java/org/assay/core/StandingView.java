package org.assay.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standing audit.
 *
 * @param network the network's id
 * @param regimes under which regimes
 * @param setAt when it was asked for
 * @param setBy by whom
 * @param audit the last audit that was made so; null before the first
 * @param stale why that is not up to date; empty if it is, or goes on
 * @param nextDay the day on which it is made again if nothing changes before; null where there is no audit yet
 * @param nextBecause what is reached or passed then
 * @param problem why the last attempt came to nothing; null if it did not
 */
public record StandingView(
        String network,
        List<String> regimes,
        Instant setAt,
        String setBy,
        @Nullable String audit,
        List<AuditView.Stale> stale,
        @Nullable LocalDate nextDay,
        String nextBecause,
        @Nullable String problem) {
    public StandingView {
        regimes = List.copyOf(regimes);
        stale = List.copyOf(stale);
    }
}
